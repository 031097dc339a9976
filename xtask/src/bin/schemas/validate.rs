//! Whether a value is as a schema says: as much of JSON Schema as our schemas use, and a panic at any more, so that no
//! keyword is passed over.

use serde_json::{Map, Value};

/// Keywords that only explain.
const EXPLAINING: [&str; 8] =
    ["$schema", "$defs", "$comment", "title", "description", "default", "examples", "format"];

/// Every place at which a value is not as a schema says.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root: schema, faults: Vec::new() };
    check.value(schema, value, "");
    check.faults
}

struct Check<'s> {
    root: &'s Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        let keywords = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => return self.fault(at, "is not allowed"),
            schema => schema.as_object().unwrap(),
        };
        for (keyword, wanted) in keywords {
            match keyword.as_str() {
                "$ref" => {
                    let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                    self.value(self.root.pointer(pointer).unwrap(), value, at);
                }
                "type" => self.kind(wanted, value, at),
                "enum" => self.require(wanted.as_array().unwrap().contains(value), at, "is not one of these"),
                "const" => self.require(wanted == value, at, "is another value"),
                "minimum" => self.number(value, at, |number| number >= wanted.as_f64().unwrap()),
                "maximum" => self.number(value, at, |number| number <= wanted.as_f64().unwrap()),
                "oneOf" | "anyOf" => self.any(wanted, value, at),
                "properties" | "additionalProperties" => {}
                "required" => self.required(wanted, value, at),
                "items" | "prefixItems" => {}
                "minItems" => self.length(value, at, |length| length >= wanted.as_u64().unwrap()),
                "maxItems" => self.length(value, at, |length| length <= wanted.as_u64().unwrap()),
                explaining => assert!(EXPLAINING.contains(&explaining), "no rule for `{explaining}`"),
            }
        }
        self.fields(keywords, value, at);
        self.items(keywords, value, at);
    }

    fn fields(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        let Some(fields) = value.as_object() else { return };
        for (key, value) in fields {
            let named = keywords.get("properties").and_then(|properties| properties.get(key));
            if let Some(schema) = named.or_else(|| keywords.get("additionalProperties")) {
                self.value(schema, value, &format!("{at}.{key}"));
            }
        }
    }

    fn items(&mut self, keywords: &Map<String, Value>, value: &Value, at: &str) {
        let Some(items) = value.as_array() else { return };
        let first = keywords.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = first.get(index).or_else(|| keywords.get("items")) {
                self.value(schema, item, &format!("{at}[{index}]"));
            }
        }
    }

    fn kind(&mut self, wanted: &Value, value: &Value, at: &str) {
        let is = |kind: &str| match kind {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("no kind is called `{other}`"),
        };
        let fits = match wanted {
            Value::String(kind) => is(kind),
            kinds => kinds.as_array().unwrap().iter().any(|kind| is(kind.as_str().unwrap())),
        };
        self.require(fits, at, &format!("is no {wanted}"));
    }

    fn any(&mut self, wanted: &Value, value: &Value, at: &str) {
        let fits = |schema: &Value| {
            let mut one = Check { root: self.root, faults: Vec::new() };
            one.value(schema, value, at);
            one.faults.is_empty()
        };
        let any = wanted.as_array().unwrap().iter().any(fits);
        self.require(any, at, "is none of these");
    }

    fn required(&mut self, wanted: &Value, value: &Value, at: &str) {
        let Some(fields) = value.as_object() else { return };
        for key in wanted.as_array().unwrap().iter().map(|key| key.as_str().unwrap()) {
            self.require(fields.contains_key(key), at, &format!("lacks {key}"));
        }
    }

    fn number(&mut self, value: &Value, at: &str, fits: impl Fn(f64) -> bool) {
        self.require(value.as_f64().is_none_or(fits), at, "is too small or too large");
    }

    fn length(&mut self, value: &Value, at: &str, fits: impl Fn(u64) -> bool) {
        let length = value.as_array().map(|items| items.len() as u64);
        self.require(length.is_none_or(fits), at, "has too few or too many entries");
    }

    fn require(&mut self, holds: bool, at: &str, problem: &str) {
        if !holds {
            self.fault(at, problem);
        }
    }

    fn fault(&mut self, at: &str, problem: &str) {
        self.faults.push(format!("{at}: {problem}"));
    }
}
