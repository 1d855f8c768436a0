using System.Reflection;
using System.Text.Json.Serialization;
using PublicApiGenerator;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>The public types and members of an assembly as text, so that each change to them shows.</summary>
internal static class PublicApi
{
    public static string Of(Assembly assembly) => assembly.GeneratePublicApi(new ApiGeneratorOptions
    {
        IncludeAssemblyAttributes = false, // versions and commits, which are others with each build
        ExcludeAttributes = [typeof(JsonConverterAttribute).FullName!], // of internal types
        TreatRecordsAsClasses = false,
        OrderBy = OrderMode.NamespaceThenFullName,
    });
}
