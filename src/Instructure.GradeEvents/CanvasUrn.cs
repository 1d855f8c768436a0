using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>A URN that identifies a Canvas entity in Caliper, such as <c>urn:instructure:canvas:user:21070000000000987</c>.</summary>
/// <remarks>
/// <para>There are three forms: <c>urn:instructure:canvas:KIND:ID</c> with a Canvas id (user, course, assignment, submission and
/// others); the same with a text instead of the id, such as the hexadecimal digits of a session; and the form of a membership,
/// <c>urn:instructure:canvas:course:COURSE:ROLE:USER</c>. Source: Canvas event documentation, the payloads in the Caliper
/// format.</para>
/// <para>It keeps the exact text. Two URNs are equal when their texts are equal, except for the case of
/// <c>urn:instructure:</c>, the scheme and namespace, which RFC 8141 ignores. The default value has no text.</para>
/// </remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
[TypeConverter(typeof(TextConverter))]
public readonly struct CanvasUrn : IEquatable<CanvasUrn>, IFormattable
#if NET
    , ISpanFormattable, ISpanParsable<CanvasUrn>, IUtf8SpanParsable<CanvasUrn>
#endif
{
    /// <summary>Scheme and namespace, in which case doesn't matter.</summary>
    private const string Namespace = "urn:instructure:";

    private const string Prefix = "urn:instructure:canvas:";

    private CanvasUrn(string text) => Text = text;

    /// <summary>
    /// The kind of entity: <c>user</c>, <c>course</c>, <c>assignment</c>, <c>submission</c>, <c>session</c> or another word. For a membership,
    /// <c>course</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Kind
    {
        get
        {
            var rest = Rest;
            return rest.Slice(0, rest.IndexOf(':')).ToString();
        }
    }

    /// <summary>
    /// The id as text, such as <c>ef686f8ed684abf78cbfa1f6a58112b5</c> for a session. For a membership, only the id of the
    /// course.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Key => KeySpan.ToString();

    /// <summary>The Canvas id. For a membership, the id of the course. Null if the URN has a text instead, as for a session.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public CanvasId? Id => CanvasId.TryParse(KeySpan, out var id) && !Rest.StartsWith("session:".AsSpan(), StringComparison.Ordinal) ? id : null;

    /// <summary>Whether this is the URN of a membership, with course, role and user.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public bool IsMembership => TryGetMembership(out _, out _);

    /// <summary>The role of a membership, such as <c>Instructor</c>. Null for any other URN.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Role? Role => TryGetMembership(out var role, out _) ? new(role.ToString()) : null;

    /// <summary>The user of a membership. Null for any other URN.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public CanvasId? MemberId => TryGetMembership(out _, out var member) ? CanvasId.Parse(member) : null;

    internal string? Text { get; }

    private ReadOnlySpan<char> Rest
        => (Text ?? throw new InvalidOperationException("This Canvas URN was never set.")).AsSpan(Prefix.Length);

    private ReadOnlySpan<char> KeySpan
    {
        get
        {
            var rest = Rest;
            rest = rest.Slice(rest.IndexOf(':') + 1);
            var end = rest.IndexOf(':');
            return end < 0 ? rest : rest.Slice(0, end);
        }
    }

    /// <summary>Whether two URNs identify the same entity.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal, ignoring the case of scheme and namespace.</returns>
    public static bool operator ==(CanvasUrn left, CanvasUrn right) => left.Equals(right);

    /// <summary>Whether two URNs identify different entities.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ in more than the case of scheme and namespace.</returns>
    public static bool operator !=(CanvasUrn left, CanvasUrn right) => !left.Equals(right);

    /// <summary>Makes a URN from a kind and a Canvas id.</summary>
    /// <param name="kind">The kind of entity: <c>user</c>, <c>course</c>, <c>assignment</c>, <c>submission</c> or another word.</param>
    /// <param name="id">Its id, which is written as digits.</param>
    /// <returns>The URN.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="FormatException">The kind is not a word that is allowed in a URN, or the id was never set.</exception>
    public static CanvasUrn Create(string kind, CanvasId id)
    {
        var urn = Parse($"{Prefix}{kind ?? throw new ArgumentNullException(nameof(kind))}:{id.ToString("D")}");

        // With "course:1:Learner" as the kind, it would be the URN of a membership.
        return urn.IsMembership ? throw new FormatException($"{PrintableText.Quote(kind)} is not a kind of entity: a word without a colon (\"user\", \"course\").") : urn;
    }

    /// <summary>Makes the URN of a membership from course, role and user.</summary>
    /// <param name="courseId">The course.</param>
    /// <param name="role">The role in it.</param>
    /// <param name="memberId">The user who has it.</param>
    /// <returns>The URN.</returns>
    /// <exception cref="FormatException">The role is not a word that is allowed in a URN, or an id was never set.</exception>
    public static CanvasUrn CreateMembership(CanvasId courseId, Role role, CanvasId memberId)
        => Parse($"{Prefix}course:{courseId.ToString("D")}:{role}:{memberId.ToString("D")}");

    /// <summary>Parses a Canvas URN.</summary>
    /// <param name="s">The text, in one of the three forms. The id of a user, course, assignment or submission must be a Canvas id.</param>
    /// <returns>The URN, with that text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a Canvas URN; the message contains it.</exception>
    public static CanvasUrn Parse(string s)
        => TryParse(s ?? throw new ArgumentNullException(nameof(s)), out var result) ? result : throw BadText(s);

    /// <summary>Tries to parse a Canvas URN.</summary>
    /// <param name="s">The text, in one of the forms that <see cref="Parse(string)"/> takes, or null.</param>
    /// <param name="result">The URN, or the default value.</param>
    /// <returns>Whether the text is a Canvas URN.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out CanvasUrn result)
    {
        var valid = s is not null && IsCanvasUrn(s.AsSpan());
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <summary>Converts this URN to an IRI, the type of the ids of entities.</summary>
    /// <returns>The IRI, with this text.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Iri ToIri() => Iri.Parse(Text ?? throw new InvalidOperationException("This Canvas URN was never set."));

    /// <inheritdoc/>
    public bool Equals(CanvasUrn other)
        => Text is null || other.Text is null
            ? Text == other.Text
            : Text.AsSpan(0, Namespace.Length).Equals(other.Text.AsSpan(0, Namespace.Length), StringComparison.OrdinalIgnoreCase)
                && Text.AsSpan(Namespace.Length).SequenceEqual(other.Text.AsSpan(Namespace.Length));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CanvasUrn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (Text is null)
        {
            return 0;
        }

#if NET
        return string.GetHashCode(Text.AsSpan(Namespace.Length), StringComparison.Ordinal);
#else
        return StringComparer.Ordinal.GetHashCode(Text.Substring(Namespace.Length));
#endif
    }

    /// <summary>The exact text.</summary>
    /// <returns>The text; empty for the default value.</returns>
    public override string ToString() => Text ?? string.Empty;

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

#if NET
    /// <inheritdoc/>
    static CanvasUrn IParsable<CanvasUrn>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<CanvasUrn>.TryParse(string? s, IFormatProvider? provider, out CanvasUrn result) => TryParse(s, out result);

    /// <inheritdoc/>
    static CanvasUrn ISpanParsable<CanvasUrn>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<CanvasUrn>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CanvasUrn result)
    {
        var valid = IsCanvasUrn(s);
        result = valid ? new(s.ToString()) : default;
        return valid;
    }

    /// <inheritdoc/>
    static CanvasUrn IUtf8SpanParsable<CanvasUrn>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Utf8Text.Parse<CanvasUrn>(utf8Text);

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<CanvasUrn>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out CanvasUrn result)
        => Utf8Text.TryParse(utf8Text, out result);

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => Utf8Text.TryCopy(Text, destination, out charsWritten);
#endif

    private static FormatException BadText(string text)
        => new($"{PrintableText.Quote(text)} is not a Canvas URN: \"urn:instructure:canvas:KIND:ID\", or \"urn:instructure:canvas:course:COURSE:ROLE:USER\" for a membership.");

    private static bool IsCanvasUrn(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Namespace.AsSpan(), StringComparison.OrdinalIgnoreCase)
            || !text.Slice(Namespace.Length).StartsWith(Prefix.AsSpan(Namespace.Length), StringComparison.Ordinal)
            || !Iri.IsAbsoluteIri(text))
        {
            return false;
        }

        var rest = text.Slice(Prefix.Length);
        var colon = rest.IndexOf(':');
        if (colon < 1)
        {
            return false;
        }

        var kind = rest.Slice(0, colon);
        var key = rest.Slice(colon + 1);
        var end = key.IndexOf(':');
        if (end >= 0)
        {
            return kind.SequenceEqual("course".AsSpan()) && IsMembershipKey(key, end);
        }

        var isNumbered = kind.SequenceEqual("user".AsSpan())
            || kind.SequenceEqual("course".AsSpan())
            || kind.SequenceEqual("assignment".AsSpan())
            || kind.SequenceEqual("submission".AsSpan());
        return isNumbered ? CanvasId.TryParse(key, out _) : !key.IsEmpty;
    }

    private static bool IsMembershipKey(ReadOnlySpan<char> key, int end)
    {
        var role = key.Slice(end + 1);
        var last = role.IndexOf(':');
        return last > 0 && CanvasId.TryParse(key.Slice(0, end), out _) && CanvasId.TryParse(role.Slice(last + 1), out _);
    }

    private bool TryGetMembership(out ReadOnlySpan<char> role, out ReadOnlySpan<char> member)
    {
        role = default;
        member = default;
        var rest = Rest;
        var key = rest.Slice(rest.IndexOf(':') + 1);
        var end = key.IndexOf(':');
        if (end < 0)
        {
            return false;
        }

        role = key.Slice(end + 1);
        var last = role.IndexOf(':');
        member = role.Slice(last + 1);
        role = role.Slice(0, last);
        return true;
    }

    private sealed class TextConverter() : IdentifierTypeConverter<CanvasUrn>(Parse);
}
