namespace Instructure.GradeEvents.Serialization;

/// <summary>A shape that gives a <typeparamref name="T"/>, be it of a derived type.</summary>
internal interface IShape<out T>
{
    string Name { get; }

    /// <summary>Whether the object can be of another type, for which there is no record.</summary>
    bool IsOpen { get; }

    T Create();

    T Read(ref EventReader json);
}
