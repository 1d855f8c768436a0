using System.Text.Json;
using Instructure.GradeEvents.Documents;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// A copy of JSON that we don't model, or don't keep as records, made while it is read: without white space, and checked, so that whoever asks for
/// a text of it gets one and no object has a name twice. It takes as much memory as the text, where a <see cref="JsonElement"/> takes up to twelve times as much.
/// </summary>
internal sealed class JsonCopy
{
    /// <summary>What is kept for the next copy of the thread: more than nearly all need.</summary>
    private const int MostKept = 16 * 1024;

    /// <summary>From this size on, memory counts for more than time.</summary>
    private const int Large = 4 * 1024 * 1024;

    [ThreadStatic]
    private static JsonCopy? s_free;

    /// <summary>The names of the objects that have begun; null when everything was checked before.</summary>
    private readonly ObjectNames? _names;

    private readonly Stack<(int FirstName, NameIndex? Index)> _outer = new();
    private byte[] _utf8;
    private int _length;

    /// <summary>As many bytes as it can become at most; less than it has when that is not known.</summary>
    private long _most;

    private int _firstName;
    private NameIndex? _index;

    private JsonCopy(int room, ObjectNames? names) => (_utf8, _names) = (new byte[room], names);

    private ReadOnlyMemory<byte> Written => _utf8.AsMemory(0, _length);

    /// <summary>Copies the value at which the reader stands. The reader stands at its end then.</summary>
    internal static CopiedJson Of(ref EventReader json)
    {
        var copy = Create();
        copy._most = json.BytesLeft;
        copy.AppendValue(ref json);
        return copy.Finish();
    }

    /// <summary>Copies the member at whose name the reader stands. The reader stands at its end then.</summary>
    /// <param name="members">The members of the object so far; null before the first.</param>
    /// <param name="json">The reader.</param>
    internal static void AppendMember(ref JsonCopy? members, ref EventReader json)
    {
        if (members is null)
        {
            members = Create();
            members.Begin();
        }

        const int CommaAndEnd = 2;
        members._most = members._length + json.BytesLeft + CommaAndEnd;
        members.AppendName(json);
        json.Read();
        members.AppendValue(ref json);
    }

    /// <summary>Copies a value that was read, and at whose end the reader stands, without checking it again.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="start">The reader at the value.</param>
    internal static ReadOnlyMemory<byte> OfRead(ref EventReader json, in Utf8JsonReader start)
    {
        var copy = new JsonCopy((int)(json.Reader.BytesConsumed - start.TokenStartIndex), names: null);
        json.Rewind(start);
        copy.AppendValue(ref json);
        return copy.Written;
    }

    /// <summary>Copies the value at which the reader stands. The reader stands at its end then.</summary>
    private void AppendValue(ref EventReader json)
    {
        var depth = json.CurrentDepth;
        do
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject:
                    Begin();
                    break;
                case JsonTokenType.EndObject:
                    End();
                    break;
                case JsonTokenType.StartArray:
                    AppendComma();
                    Append((byte)'[');
                    break;
                case JsonTokenType.EndArray:
                    Append((byte)']');
                    break;
                case JsonTokenType.PropertyName:
                    AppendName(json);
                    break;
                case JsonTokenType.String:
                    AppendComma();
                    AppendText(json);
                    break;
                default:
                    AppendComma();
                    Append(json.GetWritten());
                    break;
            }
        }
        while ((json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || json.CurrentDepth > depth) && json.Read());
    }

    /// <summary>The object whose members were copied. This must not be used any more.</summary>
    internal CopiedJson FinishObject()
    {
        End();
        return Finish();
    }

    private static JsonCopy Create()
    {
        var copy = s_free ?? new(room: 256, new());
        s_free = null;
        return copy;
    }

    private void Begin()
    {
        AppendComma();
        Append((byte)'{');
        if (_names is not null)
        {
            _outer.Push((_firstName, _index));
            (_firstName, _index) = (_names.Count, null);
        }
    }

    private void End()
    {
        Append((byte)'}');
        if (_names is not null)
        {
            _names.Count = _firstName;
            (_firstName, _index) = _outer.Pop();
        }
    }

    private CopiedJson Finish()
    {
        if (_utf8.Length > MostKept || _names!.IsLarge)
        {
            // It is not kept for the next, and given away as it is if there is not much room left in it.
            return new(_utf8.Length - _length > Large ? Written.ToArray() : Written);
        }

        var result = new CopiedJson(_utf8.AsSpan(0, _length).ToArray());
        _length = 0;
        s_free = this;
        return result;
    }

    private void AppendName(in EventReader json)
    {
        AppendComma();
        var name = AppendText(json);
        if (_names?.TryAdd(_firstName, ref _index, _utf8.AsSpan(0, _length), name) == false)
        {
            throw json.Duplicate();
        }

        Append((byte)':');
    }

    private TextSlice AppendText(in EventReader json)
    {
        if (!json.IsUnicode())
        {
            throw json.NotUnicode();
        }

        Append((byte)'"');
        var start = _length;
        Append(json.GetWritten());
        Append((byte)'"');
        return new(start, _length - start - 1, json.IsEscaped);
    }

    /// <summary>Appends what stands between two members or elements.</summary>
    private void AppendComma()
    {
        if (_length > 0 && _utf8[_length - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
        {
            Append((byte)',');
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        Grow(utf8.Length);
        utf8.CopyTo(_utf8.AsSpan(_length));
        _length += utf8.Length;
    }

    private void Append(byte c)
    {
        Grow(1);
        _utf8[_length++] = c;
    }

    private void Grow(int room)
    {
        if (_utf8.Length - _length < room)
        {
            var size = _length < Large ? _utf8.Length + _length
                : _most > _length ? _most
                : _utf8.Length + (_length / 4);
            Array.Resize(ref _utf8, (int)Math.Max(_length + room, size));
        }
    }
}
