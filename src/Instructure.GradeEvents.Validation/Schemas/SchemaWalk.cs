using Instructure.GradeEvents.Validation.Documents;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>Validates a token with NJsonSchema, which judges each token by itself; this chooses the alternatives and writes down the faults.</summary>
/// <remarks>
/// NJsonSchema tries all alternatives, also those that were not meant, and those inside of them: its time doubles with each level of
/// the document, and what it reports is that none fits. Since each alternative has a JSON type or a Caliper type of its own, choosing
/// the one that was meant gives the same verdict.
/// </remarks>
internal sealed class SchemaWalk(FaultList faults) : JsonSchemaValidator(s_settings)
{
    private static readonly JsonSchemaValidatorSettings s_settings = new() { FormatValidators = [], PropertyStringComparer = StringComparer.Ordinal };

    /// <summary>All that was found is in the list of faults.</summary>
    private static readonly ICollection<ValidationError> s_none = [];

    private readonly SchemaLibrary _library = SchemaLibrary.Instance;
    private readonly HashSet<JObject> _ofUnsureType = [];
    private JToken? _skipped;
    private bool _isProbing;

    internal static void FailUnknownEvent(FaultList faults, JToken type, string term)
        => faults.Error("unknown-event", type, $"\"type\" is {Quote.Of(term)}, which is no grade event; expected \"{Terms.GradeEvent}\".");

    /// <summary>Leaves out a token, about which something was said already.</summary>
    internal void Skip(JToken token) => _skipped = token;

    internal void Walk(JToken token, JsonSchema schema) => Validate(token, schema.ActualSchema, SchemaType.JsonSchema, null!, null!);

    protected override ICollection<ValidationError> Validate(JToken token, JsonSchema schema, SchemaType schemaType, string propertyName, string propertyPath)
    {
        if (_isProbing)
        {
            return base.Validate(token, schema, schemaType, propertyName, propertyPath);
        }

        if (faults.IsFull || ReferenceEquals(token, _skipped))
        {
            return s_none;
        }

        if (schema.AnyOf.Count > 0)
        {
            WalkAlternative(token, schema);
        }
        else if (schema.AllOf.Count > 0)
        {
            foreach (var part in schema.AllOf)
            {
                Walk(token, part);
            }
        }
        else
        {
            WalkToken(token, schema, schemaType);
        }

        return s_none;
    }

    private void WalkAlternative(JToken token, JsonSchema schema)
    {
        var alternatives = _library.AlternativesOf(schema);
        if (token is JObject @object && alternatives.Terms.Count > 0)
        {
            WalkItem(@object, alternatives);
        }
        else if (alternatives.For(token) is { } meant)
        {
            Walk(token, meant);
        }
        else
        {
            Fail("type", token, $"{Wording.Subject(token)} must be {Wording.Expected(schema)}; found {Quote.Of(token)}.");
        }
    }

    /// <summary>An event or entity, whose type tells which alternative is meant.</summary>
    private void WalkItem(JObject item, Alternatives alternatives)
    {
        var mayBeEvent = alternatives.TryGetTerm(Terms.GradeEvent, out var gradeEvent);
        var isEvent = mayBeEvent && Terms.LooksLikeEvent(item);
        if (item["type"] is not JValue { Value: string term } type)
        {
            FailType(item, alternatives, isEvent);
            Walk(item, isEvent ? gradeEvent! : alternatives.For(item)!);
        }
        else if (isEvent ? term == Terms.GradeEvent : alternatives.TryGetTerm(term, out _))
        {
            alternatives.TryGetTerm(term, out var schema);
            Walk(item, schema!);
        }
        else if (mayBeEvent && Terms.IsEvent(term))
        {
            FailUnknownEvent(faults, type, term);
        }
        else if (isEvent && Terms.EventMembersOf(item) is { Length: 1 } members)
        {
            // An entity, but for this one member.
            var stray = (LocatedProperty)members[0];
            faults.Error("not", item, stray.Name, stray.Offset, $"{Quote.Of(stray.Name)} can't stand in an entity; expected it in an event only.");
            _ofUnsureType.Add(item);
            Walk(item, _library.FindTerm(term) ?? alternatives.Other!);
        }
        else if (!isEvent && alternatives.Other is { } other && _library.FindTerm(term) is null && !Terms.IsEvent(term))
        {
            Walk(item, other);
        }
        else
        {
            // It is what it should be with the wrong type, or what it says in the wrong place.
            FailType(item, alternatives, isEvent);
            Walk(item, isEvent ? gradeEvent! : alternatives.For(item, _library.FindTerm(term))!);
        }
    }

    /// <summary>The type is missing or wrong: the rest of the item is judged as what it probably is.</summary>
    private void FailType(JObject item, Alternatives alternatives, bool isEvent)
    {
        var expected = isEvent ? $"\"{Terms.GradeEvent}\"" : Wording.ExpectedType(alternatives);
        _ofUnsureType.Add(item);
        switch (item["type"])
        {
            case null:
                faults.Error("required", item, "type", ((ILocated)item).Offset, $"\"type\" is missing; expected {expected}.");
                break;
            case JValue { Value: string term } type:
                var meant = SimilarName.Find(term, isEvent ? [Terms.GradeEvent] : alternatives.Terms);
                Fail("enum", type, $"\"type\" must be {expected} here; found {Quote.Of(term)}{SimilarName.Ask(meant)}");
                break;
            case var type:
                Fail("type", type, $"\"type\" must be {expected} here; found {Quote.Of(type)}.");
                break;
        }
    }

    private void WalkToken(JToken token, JsonSchema schema, SchemaType schemaType)
    {
        if (!JsonTypes.Allows(schema.Type, token))
        {
            // What else NJsonSchema would find follows from it: it asks for the members of an object also when there is none.
            Fail("type", token, $"{Wording.Subject(token)} must be {Wording.Expected(schema)}; found {Quote.Of(token)}.");
            return;
        }

        if (token is JArray array && schema.MaxItems > 0 && array.Count > schema.MaxItems)
        {
            // Which of them should be what, nobody can tell.
            Fail("max-items", token, FormattableString.Invariant($"{Wording.Subject(token)} must have at most {schema.MaxItems} items; found {array.Count}."));
            return;
        }

        // Only plain values have a "not", so nothing else is judged meanwhile.
        _isProbing = schema.Not is not null;
        var errors = base.Validate(token, schema, schemaType, null!, null!);
        _isProbing = false;
        foreach (var error in errors)
        {
            Fail(token, schema, error);
        }

        if (errors.Count == 0)
        {
            WarnOfTerm(token, schema);
        }

        if (token is LocatedObject @object && !_ofUnsureType.Contains(@object))
        {
            WarnOfUnknownProperties(@object, schema);
        }
    }

    private void Fail(JToken token, JsonSchema schema, ValidationError error)
    {
        var subject = Wording.Subject(token);
        var found = Quote.Of(token);
        switch (error.Kind)
        {
            case ValidationErrorKind.PropertyRequired when token is JObject @object && error.Property == "type" && _ofUnsureType.Contains(@object):
                break;
            case ValidationErrorKind.PropertyRequired:
                var expected = schema.Properties.TryGetValue(error.Property, out var missing) ? Wording.Expected(missing) : "it";
                var misspelt = SimilarName.Find(error.Property, ((JObject)token).Properties().Select(static property => property.Name).Where(name => !schema.Properties.ContainsKey(name)));
                var other = misspelt is null ? string.Empty : $"; found {Quote.Of(misspelt)}, perhaps a misspelling of it";
                faults.Error("required", token, error.Property, ((ILocated)token).Offset, $"{Quote.Of(error.Property)} is missing; expected {expected}{other}.");
                break;
            case ValidationErrorKind.NoAdditionalPropertiesAllowed when ((JObject)token).Property(error.Property, StringComparison.Ordinal) is LocatedProperty property:
                if (schema.RequiredProperties.All(((JObject)token).ContainsKey)) // else it is something else, as was said
                {
                    faults.Error("additional-properties", token, property.Name, property.Offset, $"{Quote.Of(property.Name)} can't stand here; expected {Wording.Expected(schema)} and nothing else.");
                }

                break;
            case ValidationErrorKind.NotInEnumeration:
                Fail("enum", token, $"{subject} must be {Wording.Expected(schema)}; found {found}.");
                break;
            case ValidationErrorKind.PatternMismatch:
                Fail("pattern", token, $"{subject} must be {Wording.Expected(schema)}; found {found}.");
                break;
            case ValidationErrorKind.NumberTooSmall:
                Fail("minimum", token, FormattableString.Invariant($"{subject} must be at least {schema.Minimum}; found {found}."));
                break;
            case ValidationErrorKind.NumberTooBig:
                Fail("maximum", token, FormattableString.Invariant($"{subject} must be at most {schema.Maximum}; found {found}."));
                break;
            case ValidationErrorKind.TooFewItems:
                Fail("min-items", token, FormattableString.Invariant($"{subject} must have at least {schema.MinItems} item{(schema.MinItems == 1 ? string.Empty : "s")}; found {((JArray)token).Count}."));
                break;
            default:
                Fail("not", token, $"{subject} can't be {found} here; expected {Wording.Expected(schema)}.");
                break;
        }
    }

    private void Fail(string code, JToken token, string message)
    {
        var located = (ILocated)token;
        if (!located.HasFault)
        {
            located.HasFault = true;
            faults.Error(code, token, message);
        }
    }

    private void WarnOfTerm(JToken token, JsonSchema schema)
    {
        if (token is LocatedValue { HasFault: false, Value: string text } && Terms.Find(_library.NameOf(schema)) is { } terms && !terms.IsKnown(text))
        {
            faults.Warning("unknown-term", token, $"{Wording.Subject(token)} is {Quote.Of(text)}, which is not {terms.Expected}.");
        }
    }

    private void WarnOfUnknownProperties(LocatedObject @object, JsonSchema schema)
    {
        if (_library.RecordOf(schema) is not { } record)
        {
            return;
        }

        foreach (var property in @object.Properties().Cast<LocatedProperty>().TakeWhile(_ => !faults.IsFullOfWarnings))
        {
            if (!schema.Properties.ContainsKey(property.Name) && !(@object.Parent is null && Terms.IsRegisteredClaim(property.Name)))
            {
                var meant = Misspelt(property, schema);
                if (meant is null || !schema.RequiredProperties.Contains(meant))
                {
                    faults.Warning("unknown-property", property, $"{Quote.Of(property.Name)} is not documented for {record}{SimilarName.Ask(meant)}");
                }
            }
        }
    }

    /// <summary>The missing member that this one may be meant to be; when that is required, its being missing was said already.</summary>
    private static string? Misspelt(LocatedProperty property, JsonSchema schema)
        => SimilarName.Find(property.Name, schema.Properties.Keys.Where(name => !property.Owner.ContainsKey(name)));
}
