using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>A record that always has the same shape. The shape is asked for late: shapes refer to each other in circles.</summary>
internal sealed class RecordCodec<T>(Func<RecordShape<T>> shape) : Codec<T>
    where T : PayloadObject
{
    internal override string Expected => shape().Expected;

    internal override T Read(ref EventReader json) => shape().Read(ref json);

    internal override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}
