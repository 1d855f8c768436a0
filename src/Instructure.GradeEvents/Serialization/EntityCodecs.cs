using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>The codecs of events and entities, one for each type that a member is declared to have.</summary>
internal static class EntityCodecs
{
    internal static readonly Codec<CaliperItem> Item = new CaliperItemCodec();
    internal static readonly Codec<CaliperEvent> Event = new CaliperEventCodec();
    internal static readonly Codec<Entity> Any = new EntityCodec<Entity>(static () => UnknownEntity.ShapeOfEntity, static () => UnknownEntity.Shape);
    internal static readonly Codec<Agent> Agent = Of(static () => Caliper.Agent.Shape);
    internal static readonly Codec<Person> Person = Of(static () => Caliper.Person.Shape);
    internal static readonly Codec<SoftwareApplication> SoftwareApplication = Of(static () => Caliper.SoftwareApplication.Shape);
    internal static readonly Codec<Organization> Organization = Of(static () => Caliper.Organization.Shape);
    internal static readonly Codec<Membership> Membership = Of(static () => Caliper.Membership.Shape);
    internal static readonly Codec<Session> Session = Of(static () => Caliper.Session.Shape);
    internal static readonly Codec<LtiSession> LtiSession = Of(static () => Caliper.LtiSession.Shape);
    internal static readonly Codec<Attempt> Attempt = Of(static () => Caliper.Attempt.Shape);
    internal static readonly Codec<Score> Score = Of(static () => Caliper.Score.Shape);
    internal static readonly Codec<DigitalResource> DigitalResource = new EntityCodec<DigitalResource>(static () => Caliper.DigitalResource.Shape, static () => Caliper.DigitalResource.Shape);
    internal static readonly Codec<AssessmentItem> AssessmentItem = Of(static () => Caliper.AssessmentItem.Shape);

    private static EntityCodec<T> Of<T>(Func<RecordShape<T>> shape)
        where T : Entity
        => new(shape, unknown: null);
}
