using System.ComponentModel;
using System.Globalization;

namespace Instructure.GradeEvents;

/// <summary>
/// Converts an identifier to its text and back, for whatever doesn't use System.Text.Json: Newtonsoft.Json, model binding, configuration. An identifier that was
/// never set is an empty text.
/// </summary>
/// <param name="parse">Makes an identifier from its text, or throws an exception that says why it can't.</param>
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
