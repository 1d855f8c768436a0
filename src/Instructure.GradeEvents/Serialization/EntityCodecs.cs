using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The codecs of events and entities, one for each type that a member is declared to have.</summary>
internal static class EntityCodecs
{
    internal static readonly Codec<ICaliperItem> Item = new ItemCodec<ICaliperItem>(
        "an event or an entity (an object)",
        readUnknown: static (ref json, type) => DocumentRoot.IsEvent(type) ? UnknownCaliperEvent.Read(ref json) : UnknownEntity.Shape.Read(ref json));

    internal static readonly Codec<CaliperEvent> Event = new ItemCodec<CaliperEvent>(
        "an event (an object)",
        readUnknown: static (ref json, _) => UnknownCaliperEvent.Read(ref json));

    internal static readonly Codec<Entity> Any = Of<Entity>(static () => UnknownEntity.Shape, static (ref json, _) => UnknownEntity.Shape.Read(ref json));
    internal static readonly Codec<Agent> Agent = Of(static () => Caliper.Agent.Shape);
    internal static readonly Codec<Person> Person = Of(static () => Caliper.Person.Shape);
    internal static readonly Codec<SoftwareApplication> SoftwareApplication = Of(static () => Caliper.SoftwareApplication.Shape);
    internal static readonly Codec<Organization> Organization = Of(static () => Caliper.Organization.Shape);
    internal static readonly Codec<Membership> Membership = Of(static () => Caliper.Membership.Shape);
    internal static readonly Codec<Session> Session = Of(static () => Caliper.Session.Shape);
    internal static readonly Codec<LtiSession> LtiSession = Of(static () => Caliper.LtiSession.Shape);
    internal static readonly Codec<Attempt> Attempt = Of(static () => Caliper.Attempt.Shape);
    internal static readonly Codec<Score> Score = Of(static () => Caliper.Score.Shape);
    internal static readonly Codec<DigitalResource> DigitalResource = Of(static () => Caliper.DigitalResource.Shape, static (ref json, _) => Caliper.DigitalResource.Shape.Read(ref json));
    internal static readonly Codec<AssessmentItem> AssessmentItem = Of(static () => Caliper.AssessmentItem.Shape);

    internal static ItemCodec<T> Of<T>(Func<IShape<T>> shape, ItemCodec<T>.UnknownReader? readUnknown = null)
        where T : Entity
        => new("an object ({0}) or its IRI", shape, readUnknown);
}
