using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Deduplication;

/// <summary>Writes JSON in a canonical form: the same for all JSON that says the same. It is part of the documented key of an event, and never changes.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>No white space. The names of an object are sorted by their UTF-8 bytes, and members that are null are left out.</item>
/// <item>A text is UTF-8; only <c>"</c> and <c>\</c> are escaped, by a <c>\</c>, and control characters, as <c>\u000a</c>.</item>
/// <item>A text that is a time with its offset is in UTC, with seconds, and with the digits of a fraction that count: <c>2026-03-02T14:05:09.12Z</c>.</item>
/// <item>A number is its digits without zeros at either end, and the power of ten that they are multiplied by, unless that is 0: <c>855e-1</c>,
/// <c>2e1</c>, <c>-5</c>, <c>0</c>.</item>
/// <item>In a member whose name ends in <c>_id</c>, an integer is a text, and an empty text is null.</item>
/// </list>
/// </remarks>
internal sealed class CanonicalJson
{
    /// <summary>Payloads have 64 levels at most; the key puts them into an array.</summary>
    private const int MaxDepth = EventReader.MaxDepth + 2;

    /// <summary>The largest list of members that is kept for the next event: larger than events need.</summary>
    private const int MostKept = 1000;

    [ThreadStatic]
    private static List<Member>? s_free;

    private readonly CanonicalWriter _json = CanonicalWriter.Start();

    /// <summary>The members of the objects that are open.</summary>
    private readonly List<Member> _members = s_free ?? [];

    /// <returns>The canonical form, good until the next call on this thread.</returns>
    internal static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> utf8Json)
    {
        var canonical = new CanonicalJson();
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        canonical.AppendValue(ref reader, utf8Json, isId: false);
        s_free = canonical._members.Capacity <= MostKept ? canonical._members : null;
        return canonical._json.Written;
    }

    private void AppendValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Json, bool isId)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                AppendObject(ref reader, utf8Json);
                break;
            case JsonTokenType.StartArray:
                _json.Append("["u8);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    AppendValue(ref reader, utf8Json, isId: false);
                    _json.Append(","u8);
                }

                _json.Close((byte)'[', (byte)']');
                break;
            case JsonTokenType.String:
                AppendText(reader);
                break;
            case JsonTokenType.Number when isId && reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0:
                _json.Append("\""u8);
                _json.Append(reader.ValueSpan.SequenceEqual("-0"u8) ? "0"u8 : reader.ValueSpan);
                _json.Append("\""u8);
                break;
            case JsonTokenType.Number:
                _json.AppendNumber(reader.ValueSpan);
                break;
            default:
                _json.Append(reader.ValueSpan); // true, false, null
                break;
        }
    }

    private void AppendObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Json)
    {
        var (first, start, isSorted) = (_members.Count, _json.Length, true);
        _json.Append("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(reader);
            var memberStart = _json.Length;
            AppendText(reader);
            reader.Read();
            var isId = NameOf(name, utf8Json).EndsWith("_id"u8);
            if (reader.TokenType == JsonTokenType.Null || (isId && reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty))
            {
                _json.Length = memberStart;
                continue;
            }

            _json.Append(":"u8);
            AppendValue(ref reader, utf8Json, isId);
            _json.Append(","u8);
            isSorted &= _members.Count == first || Compare(_members[_members.Count - 1], name, utf8Json) < 0;
            _members.Add(name with { Start = memberStart, Length = _json.Length - memberStart });
        }

        if (!isSorted)
        {
            Sort(first, start + 1, utf8Json);
        }

        _members.RemoveRange(first, _members.Count - first);
        _json.Close((byte)'{', (byte)'}');
    }

    /// <summary>Puts the members of the object that was written last into the order of their names.</summary>
    private void Sort(int first, int start, ReadOnlySpan<byte> utf8Json)
    {
        var members = _members.GetRange(first, _members.Count - first).ToArray();
        var names = new byte[members.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = NameOf(members[i], utf8Json).ToArray();
        }

        Array.Sort(names, members, Comparer<byte[]>.Create(static (one, other) => one.AsSpan().SequenceCompareTo(other)));
        var unsorted = _json.Written.Slice(start).ToArray();
        _json.Length = start;
        foreach (var member in members)
        {
            _json.Append(unsorted.AsSpan(member.Start - start, member.Length));
        }
    }

    private void AppendText(in Utf8JsonReader reader)
    {
        _json.Append("\""u8);
        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (reader.TokenType == JsonTokenType.String && TimeCodec.TryRead(reader, text, out var time, out var furtherDigits))
        {
            _json.AppendTime(time, furtherDigits);
        }
        else if (!reader.ValueIsEscaped)
        {
            _json.Append(text);
        }
        else
        {
            _json.AppendEscaped(text);
        }

        _json.Append("\""u8);
    }

    private static Member Name(in Utf8JsonReader reader)
        => new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : null);

    private static ReadOnlySpan<byte> NameOf(in Member member, ReadOnlySpan<byte> utf8Json) => member.Unescaped ?? utf8Json.Slice(member.NameStart, member.NameLength);

    private static int Compare(in Member one, in Member other, ReadOnlySpan<byte> utf8Json) => NameOf(one, utf8Json).SequenceCompareTo(NameOf(other, utf8Json));

    /// <param name="NameStart">Where its name is in the JSON that is read.</param>
    /// <param name="NameLength">How long that is.</param>
    /// <param name="Unescaped">The name, when it is escaped there.</param>
    private readonly record struct Member(int NameStart, int NameLength, byte[]? Unescaped)
    {
        /// <summary>Where the member is in the canonical form.</summary>
        internal int Start { get; init; }

        /// <summary>How long it is there, with its comma.</summary>
        internal int Length { get; init; }
    }
}
