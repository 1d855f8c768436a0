using System.ComponentModel;
using System.Globalization;

namespace Instructure.GradeEvents;

/// <summary>
/// Lets what knows nothing of System.Text.Json take an identifier for its text: Newtonsoft.Json, model binding, configuration. An
/// empty text is an identifier that was never set, and the other way round.
/// </summary>
/// <param name="parse">Makes an identifier of its text, or throws the exception that says why not.</param>
internal abstract class IdentifierTypeConverter<T>(Func<string, T> parse) : TypeConverter
    where T : struct
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is not string text ? base.ConvertFrom(context, culture, value)
            : text.Length == 0 ? default(T)
            : parse(text);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => value is T identifier && destinationType == typeof(string) ? identifier.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
