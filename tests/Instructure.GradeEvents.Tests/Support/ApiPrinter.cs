using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Writes the public types and members of an assembly as text, one a line, so that each change to them shows.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var types in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).GroupBy(type => type.Namespace))
        {
            text.Append("namespace ").AppendLine(types.Key);
            foreach (var type in types)
            {
                text.AppendLine().Append("  ").AppendLine(Header(type));
                foreach (var line in Members(type).Order(StringComparer.Ordinal))
                {
                    text.Append("    ").AppendLine(line);
                }
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        if (type.IsEnum)
        {
            return "enum " + type.Name;
        }

        var isRecord = type.GetMethod("<Clone>$") is not null;
        var kind = type.IsValueType ? "struct" : type.IsInterface ? "interface" : isRecord ? "record" : "class";
        var modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsValueType: true } => type.GetCustomAttributesData().Any(data => data.AttributeType.Name == "IsReadOnlyAttribute") ? "readonly " : null,
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => null,
        };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        IEnumerable<Type> bases = type.GetInterfaces().Except(inherited).Where(it => !isRecord || it.Name != "IEquatable`1").OrderBy(Name, StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            bases = bases.Prepend(parent);
        }

        var list = string.Join(", ", bases.Select(Name));
        return $"{modifier}{kind} {type.Name}{(list.Length > 0 ? " : " + list : null)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
            {
                yield return $"{name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}";
            }

            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            var isCopy = constructor.GetParameters() is [{ ParameterType: var only }] && only == type;
            if (!isCopy)
            {
                yield return $"{type.Name}({Parameters(constructor)})";
            }
        }

        foreach (var property in type.GetProperties(Declared).Where(property => property.GetMethod is { } get && IsVisible(get) && property.Name != "EqualityContract"))
        {
            var set = property.SetMethod is { } setter && IsVisible(setter)
                ? setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? " init;" : " set;"
                : null;
            var isRequired = property.GetCustomAttributesData().Any(data => data.AttributeType.Name == "RequiredMemberAttribute");
            var isStatic = property.GetMethod!.IsStatic;
            yield return $"{(isStatic ? "static " : null)}{(isRequired ? "required " : null)}{Name(new NullabilityInfoContext().Create(property))} {property.Name} {{ get;{set} }}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => IsVisible(method) && !IsWrittenByTheCompiler(method)))
        {
            var result = Name(new NullabilityInfoContext().Create(method.ReturnParameter));
            yield return $"{(method.IsStatic ? "static " : null)}{result} {method.Name}({Parameters(method)})";
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily))
        {
            yield return $"{Name(field.FieldType)} {field.Name}";
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWrittenByTheCompiler(MethodInfo method)
        => method.IsDefined(typeof(CompilerGeneratedAttribute)) || (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var modifier = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : null;
        var value = parameter.HasDefaultValue ? " = " + (parameter.RawDefaultValue ?? "default") : null;
        return modifier + Name(new NullabilityInfoContext().Create(parameter)) + " " + parameter.Name + value;
    }));

    private static string Name(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        var name = Name(type);
        if (info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null)
        {
            name = name[..(name.IndexOf('<', StringComparison.Ordinal) + 1)] + string.Join(", ", info.GenericTypeArguments.Select(Name)) + ">";
        }

        return !type.IsValueType && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? name + "?" : name;
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        return type.IsGenericType
            ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">"
            : type.Name;
    }
}
