namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>How the member "type" of an object is judged.</summary>
internal enum TypeCheck
{
    /// <summary>By the schema, as any other member.</summary>
    BySchema,

    /// <summary>Not at all: the schema was chosen by it.</summary>
    Chosen,

    /// <summary>As <see cref="Chosen"/>, for an entity where an event could stand too, whose members it can't have.</summary>
    ChosenBesideEvents,

    /// <summary>Not at all: it is wrong, as was said, and the schema is the one that was probably meant.</summary>
    Wrong,
}
