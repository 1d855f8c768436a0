namespace Instructure.GradeEvents.Serialization;

/// <summary>A shape that gives a <typeparamref name="T"/>, be it of a derived type.</summary>
internal interface IShape<out T>
{
    string Name { get; }

    T Create();

    T Read(ref EventReader json);
}
