using System.Data.Common;

namespace Instructure.GradeEvents.Samples.Tests.Support;

/// <summary>An error of PostgreSQL, by its code; without one, as when the way to it is broken.</summary>
internal sealed class DatabaseError(string? code) : DbException("The database says " + (code ?? "nothing"))
{
    public override string? SqlState { get; } = code;
}
