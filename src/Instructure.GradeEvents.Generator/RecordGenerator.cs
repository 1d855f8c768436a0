using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instructure.GradeEvents.Generator;

/// <summary>Completes every partial record that derives from PayloadObject, by its members that have the attribute [Member].</summary>
/// <remarks>To see what it writes, build with <c>-p:EmitCompilerGeneratedFiles=true</c> and look below <c>obj</c>.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class RecordGenerator : IIncrementalGenerator
{
    /// <summary>What has been read, and what was null, is kept in the bits of a number.</summary>
    private const int MaxMembers = 64;

    private static readonly DiagnosticDescriptor s_wrongMember = new(
        "GE0001",
        "Wrong use of [Member]",
        "{0}",
        "Instructure.GradeEvents",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is RecordDeclarationSyntax, static (syntax, _) => Complete(syntax))
            .Where(static record => record.FileName is not null);

        // Only texts are passed on: when they stay the same, nothing is done again.
        context.RegisterSourceOutput(
            records.Select(static (record, _) => (record.FileName, record.Source)),
            static (output, file) => output.AddSource(file.FileName, SourceText.From(file.Source, Encoding.UTF8)));
        context.RegisterSourceOutput(
            records.SelectMany(static (record, _) => record.Mistakes),
            static (output, mistake) => output.ReportDiagnostic(Diagnostic.Create(s_wrongMember, mistake.Location, mistake.Message)));
    }

    private static (string FileName, string Source, List<Mistake> Mistakes) Complete(GeneratorSyntaxContext context)
    {
        var syntax = (RecordDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(syntax) is not INamedTypeSymbol record
            || !CodecFinder.Ancestors(record).Any(static type => type.Name == "PayloadObject")
            || record.DeclaringSyntaxReferences[0].GetSyntax() != syntax)
        {
            return default;
        }

        var mistakes = new List<Mistake>();
        var codecs = new CodecFinder(context.SemanticModel.Compilation, record);
        var own = MembersOf(record, codecs, mistakes);
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            mistakes.AddRange(own.Select(member => new Mistake(member.Symbol, $"{record.Name} has members, so it must be partial")));
            return own.Count == 0 ? default : (record.Name + ".g.cs", string.Empty, mistakes);
        }

        // In the order in which they are written: those of a base first, but for those that it wants to be last.
        var all = CodecFinder.Ancestors(record).Reverse().SelectMany(type => MembersOf(type, codecs, [])).Concat(own).Where(static member => member.Mistake is null).OrderBy(static member => member.IsLast).ToList();
        mistakes.AddRange(own.Where(member => all.Count(other => other.Name == member.Name) > 1)
            .Select(member => new Mistake(member.Symbol, $"{record.Name} has two members with the name \"{member.Name}\"")));
        if (all.Count > MaxMembers)
        {
            mistakes.Add(new(record, $"{record.Name} has {all.Count} members; there can be {MaxMembers}"));
        }

        return (record.Name + ".g.cs", new RecordSource(record, own, all).ToString(), mistakes);
    }

    private static List<Member> MembersOf(INamedTypeSymbol type, CodecFinder codecs, List<Mistake> mistakes)
    {
        var members = new List<Member>();
        foreach (var symbol in type.GetMembers())
        {
            if (symbol.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "MemberAttribute") is { } attribute)
            {
                var member = new Member(symbol, attribute, codecs);
                members.Add(member);
                if (member.Mistake is { } message)
                {
                    mistakes.Add(new(symbol, message));
                }
            }
        }

        return members;
    }
}
