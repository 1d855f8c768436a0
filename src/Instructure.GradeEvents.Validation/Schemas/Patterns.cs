// Made by Instructure.GradeEvents.SchemaCompiler from schemas/source: a change made here is lost.
using System.Text.RegularExpressions;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>The regular expressions of the schemas.</summary>
internal static partial class Patterns
{
    /// <summary>The regular expression of a definition.</summary>
    internal static Regex Of(string definition) => definition switch
    {
        "caliperTime" => CaliperTime(),
        "eventId" => EventId(),
        "iri" => Iri(),
        "duration" => Duration(),
        "applicationId" => ApplicationId(),
        "canvasId" => CanvasId(),
        "canvasTime" => CanvasTime(),
        "numberText" => NumberText(),
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, message: null),
    };

    private const string CaliperTimeText = @"^(?!0000)(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29|[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])))T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$(?!\n)";

#if NET
    /// <summary>A valid time in UTC with milliseconds.</summary>
    [GeneratedRegex(CaliperTimeText, RegexOptions.CultureInvariant)]
    private static partial Regex CaliperTime();
#else
    private static Regex CaliperTime() => new(CaliperTimeText, RegexOptions.CultureInvariant);
#endif

    private const string EventIdText = @"^urn:uuid:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$(?!\n)";

#if NET
    /// <summary>A UUID as a URN.</summary>
    [GeneratedRegex(EventIdText, RegexOptions.CultureInvariant)]
    private static partial Regex EventId();
#else
    private static Regex EventId() => new(EventIdText, RegexOptions.CultureInvariant);
#endif

    private const string IriText = @"^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u0022<>]+$(?!\n)";

#if NET
    /// <summary>An absolute IRI.</summary>
    [GeneratedRegex(IriText, RegexOptions.CultureInvariant)]
    private static partial Regex Iri();
#else
    private static Regex Iri() => new(IriText, RegexOptions.CultureInvariant);
#endif

    private const string DurationText = @"^P(?!.*[.,][0-9]+[A-Z].)(?=[0-9T])(?:[0-9]+(?:[.,][0-9]+)?W|(?:[0-9]+(?:[.,][0-9]+)?Y)?(?:[0-9]+(?:[.,][0-9]+)?M)?(?:[0-9]+(?:[.,][0-9]+)?D)?(?:T(?=[0-9])(?:[0-9]+(?:[.,][0-9]+)?H)?(?:[0-9]+(?:[.,][0-9]+)?M)?(?:[0-9]+(?:[.,][0-9]+)?S)?)?)$(?!\n)";

#if NET
    /// <summary>A duration in ISO 8601.</summary>
    [GeneratedRegex(DurationText, RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
#else
    private static Regex Duration() => new(DurationText, RegexOptions.CultureInvariant);
#endif

    private const string ApplicationIdText = @"^(?:www\.canvaslms\.com|[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u0022<>]+)$(?!\n)";

#if NET
    /// <summary>An absolute IRI, or www.canvaslms.com.</summary>
    [GeneratedRegex(ApplicationIdText, RegexOptions.CultureInvariant)]
    private static partial Regex ApplicationId();
#else
    private static Regex ApplicationId() => new(ApplicationIdText, RegexOptions.CultureInvariant);
#endif

    private const string CanvasIdText = @"^(?:0|[1-9][0-9]{0,17}|[1-8][0-9]{18}|9[01][0-9]{17}|92[01][0-9]{16}|922[0-2][0-9]{15}|9223[0-2][0-9]{14}|92233[0-6][0-9]{13}|922337[01][0-9]{12}|92233720[0-2][0-9]{10}|922337203[0-5][0-9]{9}|9223372036[0-7][0-9]{8}|92233720368[0-4][0-9]{7}|922337203685[0-3][0-9]{6}|9223372036854[0-6][0-9]{5}|92233720368547[0-6][0-9]{4}|922337203685477[0-4][0-9]{3}|9223372036854775[0-7][0-9]{2}|922337203685477580[0-7])$(?!\n)";

#if NET
    /// <summary>A string with a Canvas id (a 64-bit integer in decimal digits).</summary>
    [GeneratedRegex(CanvasIdText, RegexOptions.CultureInvariant)]
    private static partial Regex CanvasId();
#else
    private static Regex CanvasId() => new(CanvasIdText, RegexOptions.CultureInvariant);
#endif

    private const string CanvasTimeText = @"^(?!0000)(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29|[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])))T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?Z$(?!\n)";

#if NET
    /// <summary>A valid time in UTC.</summary>
    [GeneratedRegex(CanvasTimeText, RegexOptions.CultureInvariant)]
    private static partial Regex CanvasTime();
#else
    private static Regex CanvasTime() => new(CanvasTimeText, RegexOptions.CultureInvariant);
#endif

    private const string NumberTextText = @"^-?(?:0|[1-9][0-9]{0,18})(?:\.[0-9]+)?(?:[eE](?:\+?0*[0-8]|-0*[0-9]{1,3}))?$(?!\n)";

#if NET
    /// <summary>A number as text.</summary>
    [GeneratedRegex(NumberTextText, RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();
#else
    private static Regex NumberText() => new(NumberTextText, RegexOptions.CultureInvariant);
#endif
}
