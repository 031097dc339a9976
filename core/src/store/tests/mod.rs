mod round_trip;
mod samples;
