using System.Text.Json;
using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Validation.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <content>Reports what is wrong.</content>
internal ref partial struct PayloadPass
{
    private const string NotUnicode = "This text has bytes that are not UTF-8, or half of a surrogate pair; expected Unicode text in UTF-8.";

    internal static string OtherEvent(string term) => $"\"type\" is {Quote.Of(term)}, which is no grade event; expected \"{Terms.GradeEvent}\".";

    private readonly string Pointer(int depth) => _path.ToPointer(_utf8, depth);

    private readonly string Pointer(int depth, string name) => Pointer(depth) + "/" + DocumentPath.Escape(name);

    private readonly void AddError(string code, string path, int offset, string message)
        => _faults.Add(new(ValidationSeverity.Error, code, path, offset, message, IsOfJson: false));

    private readonly void AddWarning(string code, string path, int offset, string message)
        => _faults.Add(new(ValidationSeverity.Warning, code, path, offset, message, IsOfJson: false));

    private readonly void AddOfJson(string code, int depth, int offset, string message)
    {
        if (_faults.Wants(ValidationSeverity.Error, code))
        {
            _faults.Add(new(ValidationSeverity.Error, code, Pointer(depth), offset, message, IsOfJson: true));
        }
    }

    private readonly void FailDuplicate(int depth, TextSlice slice)
    {
        if (!_faults.Wants(ValidationSeverity.Error, IssueCodes.DuplicateProperty))
        {
            return;
        }

        var name = slice.ToName(_utf8);
        _faults.Add(new(ValidationSeverity.Error, IssueCodes.DuplicateProperty, Pointer(depth, name), slice.Start, $"{Quote.Of(name)} is in this object more than once; expected each name once.", IsOfJson: true));
    }

    /// <summary>The value at which the reader is has a JSON type that it can't have.</summary>
    private readonly void FailType(ValueRule rule, int offset)
        => AddError(IssueCodes.Type, Pointer(_path.Depth), offset, $"{_path.Subject(_utf8)} must be {rule.Expected}; found {Found()}.");

    private readonly void FailText(string code, TextRule rule)
        => AddError(code, Pointer(_path.Depth), Offset, $"{_path.Subject(_utf8)} must be {rule.Expected}; found {Found()}.");

    private readonly void FailMissing(in OpenObject open)
    {
        for (var i = 0; i < open.Table.Members.Length; i++)
        {
            var member = open.Table.Members[i];
            if (member.IsRequired && (open.Seen & (1UL << i)) == 0 && !(open.Type == TypeCheck.Wrong && member.Role == MemberRole.Type))
            {
                var misspelt = SimilarName.Find(member.Name, UnknownNames(open.FirstUnknown));
                var other = misspelt is null ? string.Empty : $"; found {Quote.Of(misspelt)}, perhaps a misspelling of it";
                AddError(IssueCodes.Required, Pointer(open.Depth, member.Name), open.Start, $"{Quote.Of(member.Name)} is missing; expected {member.Value.Expected}{other}.");
            }
        }
    }

    private readonly List<string> UnknownNames(int firstUnknown)
    {
        var names = new List<string>();
        for (var i = firstUnknown; i < _buffers.Names.Count; i++)
        {
            names.Add(_buffers.Names[i].ToName(_utf8));
        }

        return names;
    }

    private readonly void FailAdditional(in OpenObject open)
    {
        for (var i = open.FirstUnknown; i < _buffers.Names.Count && !_faults.IsFull; i++)
        {
            var name = _buffers.Names[i].ToName(_utf8);
            AddError(IssueCodes.AdditionalProperties, Pointer(open.Depth, name), _buffers.Names[i].Start, $"{Quote.Of(name)} can't stand here; expected {open.Shape.Closed} and nothing else.");
        }
    }

    private readonly void WarnOfUnknown(in OpenObject open)
    {
        var (members, seen) = (open.Table.Members, open.Seen);
        for (var i = open.FirstUnknown; i < _buffers.Names.Count && _faults.Wants(ValidationSeverity.Warning, IssueCodes.UnknownProperty); i++)
        {
            var slice = _buffers.Names[i];
            if (open.Depth == 0 && Terms.IsRegisteredClaim(Unescaped(slice)))
            {
                continue;
            }

            // When a required member is misspelt, its being missing was said already.
            var name = slice.ToName(_utf8);
            var meant = SimilarName.Find(name, members.Where((_, place) => (seen & (1UL << place)) == 0).Select(static member => member.Name));
            if (meant is null || !Array.Exists(members, member => member.IsRequired && member.Name == meant))
            {
                AddWarning(IssueCodes.UnknownProperty, Pointer(open.Depth, name), slice.Start, $"{Quote.Of(name)} is not documented for {open.Shape.Record}{SimilarName.Ask(meant)}");
            }
        }
    }

    private readonly void FailTypeOfItem(ObjectRule objects, TypeAhead type, bool isEvent)
    {
        var expected = isEvent ? $"\"{Terms.GradeEvent}\"" : objects.ExpectedType;
        var path = Pointer(_path.Depth) + "/type";
        if (type.IsMissing)
        {
            AddError(IssueCodes.Required, path, Offset, $"\"type\" is missing; expected {expected}.");
        }
        else if (!type.Text.IsThere)
        {
            var json = new Utf8JsonReader(_utf8.Slice(type.Offset), new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 2 * MaxDepth });
            AddError(IssueCodes.Type, path, type.Offset, $"\"type\" must be {expected} here; found {Found(json)}.");
        }
        else if (IsUnicode(type.Text))
        {
            var term = type.Text.ToText(_utf8);
            var meant = SimilarName.Find(term, isEvent ? [Terms.GradeEvent] : objects.Types);
            AddError(IssueCodes.Enum, path, type.Offset, $"\"type\" must be {expected} here; found {Quote.Of(term)}{SimilarName.Ask(meant)}");
        }
    }

    private readonly string Found() => Found(_json);

    /// <summary>Describes the value at which the reader is, or the first value when nothing has been read.</summary>
    private static string Found(Utf8JsonReader json)
    {
        try
        {
            if (json.TokenType == JsonTokenType.None)
            {
                json.Read();
            }

            switch (json.TokenType)
            {
                case JsonTokenType.String:
                    return Quote.Of(Utf8.GetShortText(json.ValueSpan, json.ValueIsEscaped));
                case JsonTokenType.Number:
                    return Quote.OfNumber(json.ValueSpan);
                case JsonTokenType.StartArray:
                    return json.Read() && json.TokenType == JsonTokenType.EndArray ? "an empty array" : "an array";
                case JsonTokenType.StartObject:
                    return FoundObject(json);
                case JsonTokenType.True:
                    return "true";
                case JsonTokenType.False:
                    return "false";
                default:
                    return "null";
            }
        }
        catch (JsonException)
        {
            return "something else"; // The pass comes to this place too, and says only what is wrong with the JSON.
        }
    }

    private static string FoundObject(Utf8JsonReader json)
    {
        if (json.Read() && json.TokenType == JsonTokenType.EndObject)
        {
            return "an empty object";
        }

        for (; json.TokenType == JsonTokenType.PropertyName; json.Read())
        {
            var isType = Utf8.GetText(json.ValueSpan, json.ValueIsEscaped) == "type";
            json.Read();
            if (isType)
            {
                return json.TokenType == JsonTokenType.String ? "an object of type " + Quote.Of(Utf8.GetShortText(json.ValueSpan, json.ValueIsEscaped)) : "an object";
            }

            json.Skip();
        }

        return "an object";
    }

    private readonly bool IsBlank()
    {
        var json = new PlainJson(_utf8, _start);
        json.SkipBlanks();
        return json.At == _utf8.Length;
    }

    private readonly int OffsetOf(JsonException error)
    {
        var lineStart = _start;
        for (var line = error.LineNumber.GetValueOrDefault(); line > 0; line--)
        {
            lineStart += _utf8.Slice(lineStart).IndexOf((byte)'\n') + 1;
        }

        return Math.Min(lineStart + (int)error.BytePositionInLine.GetValueOrDefault(), _utf8.Length);
    }

    private readonly void Fail(JsonException error)
    {
        if (IsBlank())
        {
            AddOfJson(IssueCodes.MalformedJson, depth: 0, _utf8.Length, "The document is empty; expected a JSON object.");
        }
        else if (NoJson.Describe(_utf8.Slice(_start)) is { } found)
        {
            AddOfJson(IssueCodes.MalformedJson, depth: 0, offset: 0, $"This is {found}.");
        }
        else
        {
            AddOfJson(IssueCodes.MalformedJson, _path.Depth, OffsetOf(error), Explain(error));
        }
    }

    /// <summary>What System.Text.Json says, without what it says about its own options, and as one sentence.</summary>
    private static string Explain(JsonException error)
    {
        var message = error.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var parts = (end < 0 ? message : message.Substring(0, end))
            .Replace(" Change the reader options.", string.Empty)
            .Replace(" which is not supported in this mode", string.Empty)
            .Replace("Expected depth to be zero at the end of the JSON payload. ", string.Empty)
            .Split([". "], StringSplitOptions.None);
        const int Longest = 300;
        return "This is not JSON (RFC 8259): " + PrintableText.Of(string.Join("; ", parts.Select(static part => char.ToLowerInvariant(part[0]) + part.Substring(1))), Longest);
    }
}
