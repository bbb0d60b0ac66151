/* schema.c - checks JSON against the part of JSON Schema draft 7 we use. */
/* SPDX-License-Identifier: 0BSD */
/* Understood: $ref into #/definitions, type, enum, const, pattern, minimum,
 * maximum, properties, required, additionalProperties false, items,
 * uniqueItems is not. A key not understood is an error, so that a schema
 * cannot promise what is not checked. */
#include "disco.h"
#include <regex.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place {
	const json_t *root; /* the whole schema */
	const json_t *rule, *value;
	char path[200];
};

static char complaint[400];

static bool check(const struct place *p, int depth);

static bool
wrong(const struct place *p, const char *format, ...)
{
	int n = snprintf(complaint, sizeof complaint,
		"%s: ", p->path[0] ? p->path : "the whole");
	va_list ap;

	va_start(ap, format);
	vsnprintf(complaint + n, sizeof complaint - (size_t)n, format, ap);
	va_end(ap);
	return false;
}

static bool
has_type(const json_t *v, const char *type)
{
	return (!strcmp(type, "object") && json_is_object(v)) ||
	       (!strcmp(type, "array") && json_is_array(v)) ||
	       (!strcmp(type, "string") && json_is_string(v)) ||
	       (!strcmp(type, "integer") && json_is_integer(v)) ||
	       (!strcmp(type, "number") && json_is_number(v)) ||
	       (!strcmp(type, "boolean") && json_is_boolean(v));
}

static bool
check_enum(const struct place *p, const json_t *list)
{
	const json_t *one;
	char *text;
	size_t i;

	json_array_foreach(
		list, i, one) if (json_equal(one, p->value)) return true;
	text = must(json_dumps(p->value, JSON_ENCODE_ANY | JSON_COMPACT));
	wrong(p, "%.60s is not one of its values", text);
	free(text);
	return false;
}

static bool
check_pattern(const struct place *p, const char *pattern)
{
	const char *text = json_string_value(p->value);
	regex_t r;
	bool good;

	if (!text)
		return true;
	if (regcomp(&r, pattern, REG_EXTENDED | REG_NOSUB))
		return wrong(p, "the schema's pattern %s is bad", pattern);
	good = regexec(&r, text, 0, NULL, 0) == 0;
	regfree(&r);
	return good || wrong(p, "'%.60s' is not like %s", text, pattern);
}

static bool
check_range(const struct place *p, const char *key, double limit)
{
	double v = json_number_value(p->value);

	if (!json_is_number(p->value) ||
		(!strcmp(key, "minimum") ? v >= limit : v <= limit))
		return true;
	return wrong(p, "%g is beyond the %s %g", v, key, limit);
}

static bool
check_required(const struct place *p, const json_t *list)
{
	const json_t *name;
	size_t i;

	json_array_foreach(list, i,
		name) if (json_is_object(p->value) &&
			  !json_object_get(p->value,
				  json_string_value(name))) return wrong(p,
		"no `%s`", json_string_value(name));
	return true;
}

static bool
check_members(const struct place *p, const json_t *rules, int depth)
{
	const json_t *more = json_object_get(p->rule, "additionalProperties");
	struct place inner = {.root = p->root};
	const char *name;
	json_t *value, *object = json_incref((json_t *)(uintptr_t)p->value);
	bool good = true;

	json_object_foreach(object, name, value)
	{
		inner.rule = json_object_get(rules, name);
		inner.value = value;
		snprintf(inner.path, sizeof inner.path, "%.120s%s%.60s",
			p->path, p->path[0] ? "." : "", name);
		if (!inner.rule && json_is_false(more))
			good = wrong(p, "`%s` has no place here", name);
		else if (inner.rule)
			good = check(&inner, depth);
		if (!good)
			break;
	}
	json_decref(object);
	return good;
}

static bool
check_items(const struct place *p, const json_t *rule, int depth)
{
	struct place inner = {.root = p->root, .rule = rule};
	size_t i;
	const json_t *value;

	json_array_foreach(p->value, i, value)
	{
		inner.value = value;
		snprintf(inner.path, sizeof inner.path, "%.150s[%zu]", p->path,
			i);
		if (!check(&inner, depth))
			return false;
	}
	return true;
}

static bool
check_ref(const struct place *p, const char *ref, int depth)
{
	static const char prefix[] = "#/definitions/";
	struct place inner = *p;

	inner.rule = strncmp(ref, prefix, sizeof prefix - 1)
			     ? NULL
			     : json_object_get(
				       json_object_get(p->root, "definitions"),
				       ref + sizeof prefix - 1);
	return inner.rule ? check(&inner, depth)
			  : wrong(p, "the schema has no %s", ref);
}

/* One key of a rule. */
static bool
check_key(const struct place *p, const char *key, const json_t *arg, int depth)
{
	static const char *const notes[] = {"$schema", "$id", "title",
		"description", "definitions", "additionalProperties"};

	if (!strcmp(key, "$ref"))
		return check_ref(p, json_string_value(arg), depth);
	if (!strcmp(key, "type"))
		return has_type(p->value, json_string_value(arg)) ||
		       wrong(p, "not of type %s", json_string_value(arg));
	if (!strcmp(key, "enum"))
		return check_enum(p, arg);
	if (!strcmp(key, "const"))
		return json_equal(arg, p->value) || wrong(p, "another value");
	if (!strcmp(key, "pattern"))
		return check_pattern(p, json_string_value(arg));
	if (!strcmp(key, "minimum") || !strcmp(key, "maximum"))
		return check_range(p, key, json_number_value(arg));
	if (!strcmp(key, "required"))
		return check_required(p, arg);
	if (!strcmp(key, "properties"))
		return check_members(p, arg, depth);
	if (!strcmp(key, "items"))
		return check_items(p, arg, depth);
	for (unsigned i = 0; i < sizeof notes / sizeof *notes; i++)
		if (!strcmp(key, notes[i]))
			return true;
	return wrong(p, "the schema's `%s` is not understood", key);
}

static bool
check(const struct place *p, int depth)
{
	json_t *rule = json_incref((json_t *)(uintptr_t)p->rule), *arg;
	const char *key;
	bool good = depth < 32 || wrong(p, "too deep");

	json_object_foreach(rule, key, arg) good =
		good && check_key(p, key, arg, depth + 1);
	json_decref(rule);
	return good;
}

const char *
schema_check(const json_t *schema, const json_t *value)
{
	struct place p = {.root = schema, .rule = schema, .value = value};

	return check(&p, 0) ? NULL : complaint;
}
