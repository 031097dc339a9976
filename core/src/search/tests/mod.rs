mod finding;
mod order;
mod properties;
mod samples;
