using System.Text.Json;

namespace Instructure.GradeEvents.Tests;

public class RoleTests
{
    [Theory]
    [InlineData("Instructor", "Instructor", null, true)]
    [InlineData("Instructor#TeachingAssistant", "Instructor", "TeachingAssistant", true)]
    [InlineData("Officer#Vice-Chair", "Officer", "Vice-Chair", true)]
    [InlineData("Member#Member", "Member", "Member", true)]
    [InlineData("Learner#TeachingAssistant", "Learner", "TeachingAssistant", false)]
    [InlineData("instructor", "instructor", null, false)]
    [InlineData("Wizard", "Wizard", null, false)]
    [InlineData("Instructor#", "Instructor", "", false)]
    [InlineData("#TeachingAssistant", "", "TeachingAssistant", false)]
    [InlineData("", "", null, false)]
    public void Tells_role_and_subrole_and_keeps_any_text(string text, string contextRole, string? subRole, bool isKnown)
    {
        Role role = text;

        role.ContextRole.Should().Be(contextRole);
        role.SubRole.Should().Be(subRole);
        role.IsKnown.Should().Be(isKnown);
        role.ToString().Should().Be(text);
        JsonSerializer.Deserialize<Role>(JsonSerializer.Serialize(role)).Should().Be(role);
        JsonSerializer.Deserialize<Dictionary<Role, int>>(JsonSerializer.Serialize(new Dictionary<Role, int> { [role] = 1 })).Should().ContainKey(role);
    }

    [Fact]
    public void Is_compared_letter_by_letter()
    {
        (new Role("Learner") == "Learner").Should().BeTrue();
        (new Role("Learner") != "learner").Should().BeTrue();
        default(Role).Should().Be(new Role(string.Empty));
        Action make = () => _ = new Role(null!);
        make.Should().Throw<ArgumentNullException>();
    }
}
