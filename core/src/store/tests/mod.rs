mod cost;
mod damage;
mod failing;
mod migrations;
mod opening;
mod round_trip;
mod samples;
mod threads;
