using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Instructure.GradeEvents.Generator;

/// <summary>What is wrong with a declaration, and where. It holds on to no compilation, so that it can be compared.</summary>
internal sealed record Mistake(string Message, string Path, TextSpan Span, LinePositionSpan Lines)
{
    internal Mistake(ISymbol symbol, string message)
        : this(message, symbol.Locations[0].GetLineSpan().Path, symbol.Locations[0].SourceSpan, symbol.Locations[0].GetLineSpan().Span)
    {
    }

    internal Location Location => Location.Create(Path, Span, Lines);
}
