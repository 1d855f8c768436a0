#if NET
using System.Buffers;
using System.Text;
#endif
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>An absolute IRI (RFC 3987), which identifies an event, an entity or a sensor in Caliper.</summary>
/// <remarks>
/// <para>It keeps the exact text. Two IRIs are equal when their texts are identical. The default value has no text.</para>
/// <para>In a payload, the id of a <see cref="Caliper.SoftwareApplication"/> can be the bare text <c>www.canvaslms.com</c>. It is not
/// an IRI, but Canvas sends it from background jobs. It can be read, and <see cref="IsAbsolute"/> is false for it.</para>
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[TypeConverter(typeof(TextConverter))]
public readonly struct Iri : IEquatable<Iri>, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<Iri>, IUtf8SpanParsable<Iri>
#endif
{
    private const string UuidPrefix = "urn:uuid:";

#if NET
    /// <summary>Space, the control characters before it, and DEL.</summary>
    private static readonly SearchValues<char> s_forbiddenAscii = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(static c => (char)c), '\u007f']);
#endif

    private Iri(string text) => Text = text;

    /// <summary>Whether the text has a scheme. False for the default value and for <c>www.canvaslms.com</c> read from a payload.</summary>
    public bool IsAbsolute => Text is not null && Text.AsSpan().IndexOf(':') > 0; // the name of a host, which it is otherwise, has no colon

    internal string? Text { get; }

    /// <summary>Whether two IRIs have the same text.</summary>
    /// <param name="left">One IRI.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when their texts are identical.</returns>
    public static bool operator ==(Iri left, Iri right) => left.Equals(right);

    /// <summary>Whether two IRIs have different texts.</summary>
    /// <param name="left">One IRI.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when their texts differ.</returns>
    public static bool operator !=(Iri left, Iri right) => !left.Equals(right);

    /// <summary>Parses an absolute IRI.</summary>
    /// <param name="s">A scheme, a colon and some text, without spaces or control characters: <c>urn:uuid:…</c>, <c>https://…</c>.</param>
    /// <returns>The IRI, with that text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is not an absolute IRI; the message contains it.</exception>
    public static Iri Parse(string s)
        => TryParse(s ?? throw new ArgumentNullException(nameof(s)), out var result) ? result : throw BadText(s);

    /// <summary>Tries to parse an absolute IRI.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The IRI, or the default value.</param>
    /// <returns>Whether the text is an absolute IRI.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Iri result)
    {
        var valid = s is not null && IsAbsoluteIri(s.AsSpan());
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <summary>Gets the UUID from a <c>urn:uuid:</c> IRI, such as the id of an event.</summary>
    /// <param name="guid">The UUID, or the empty one.</param>
    /// <returns>Whether this is a <c>urn:uuid:</c> IRI.</returns>
    public bool TryGetGuid(out Guid guid)
    {
        if (Text is not null && Text.StartsWith(UuidPrefix, StringComparison.OrdinalIgnoreCase))
        {
#if NET
            return Guid.TryParseExact(Text.AsSpan(UuidPrefix.Length), "D", out guid);
#else
            return Guid.TryParseExact(Text.Substring(UuidPrefix.Length), "D", out guid);
#endif
        }

        guid = Guid.Empty;
        return false;
    }

    /// <summary>Gets this IRI as a Canvas URN, which contains the kind and the Canvas id of an entity.</summary>
    /// <param name="urn">The URN, or the default value.</param>
    /// <returns>Whether this is a Canvas URN.</returns>
    public bool TryGetCanvasUrn(out CanvasUrn urn) => CanvasUrn.TryParse(Text, out urn);

    /// <inheritdoc/>
    public bool Equals(Iri other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Iri other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text is null ? 0 : StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The exact text.</summary>
    /// <returns>The text; empty for the default value.</returns>
    public override string ToString() => Text ?? string.Empty;

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

#if NET
    /// <inheritdoc/>
    static Iri IParsable<Iri>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<Iri>.TryParse(string? s, IFormatProvider? provider, out Iri result) => TryParse(s, out result);

    /// <inheritdoc/>
    static Iri ISpanParsable<Iri>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<Iri>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Iri result)
    {
        var valid = IsAbsoluteIri(s);
        result = valid ? new(s.ToString()) : default;
        return valid;
    }

    /// <inheritdoc/>
    static Iri IUtf8SpanParsable<Iri>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Utf8Text.Parse<Iri>(utf8Text);

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<Iri>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Iri result)
        => Utf8Text.TryParse(utf8Text, out result);

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => Utf8Text.TryCopy(Text, destination, out charsWritten);
#endif

    /// <summary>The id of a software application as Canvas may send it: an IRI, or the name of a host.</summary>
    internal static bool TryParseApplicationId(string s, out Iri result)
    {
        var valid = IsAbsoluteIri(s.AsSpan()) || (s.IndexOf('.') > 0 && Uri.CheckHostName(s) == UriHostNameType.Dns);
        result = valid ? new(s) : default;
        return valid;
    }

    private static FormatException BadText(string text)
        => new($"{PrintableText.Quote(text)} is not an absolute IRI: a scheme, a colon and more, without spaces (\"https://example.edu/\", \"urn:uuid:…\").");

    internal static bool IsAbsoluteIri(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 1 || colon == text.Length - 1 || !IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text.Slice(1, colon - 1))
        {
            if (!IsAsciiLetter(c) && c is not ((>= '0' and <= '9') or '+' or '-' or '.'))
            {
                return false;
            }
        }

#if NET
        if (Ascii.IsValid(text))
        {
            // Nearly always, and much faster than letter by letter.
            return !text.ContainsAny(s_forbiddenAscii);
        }
#endif
        for (var i = colon + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || char.IsLowSurrogate(c))
            {
                return false;
            }

            if (char.IsHighSurrogate(c) && (++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAsciiLetter(char c) => (c | 0x20) is >= 'a' and <= 'z';

    private sealed class TextConverter() : IdentifierTypeConverter<Iri>(Parse);
}
