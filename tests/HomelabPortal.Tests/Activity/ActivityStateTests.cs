using HomelabPortal.Activity;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Activity;

public sealed class ActivityStateTests
{
    [Fact]
    public void CanUndo_OnlyTheLatestChangeOfAThing()
    {
        var latest = Entry(3, "exposure", "sonarr");
        var older = Entry(1, "exposure", "sonarr");
        var other = Entry(2, "exposure", "radarr");
        var state = new ActivityState([latest, other, older], []);

        Assert.True(state.CanUndo(latest));
        Assert.True(state.CanUndo(other));
        Assert.False(state.CanUndo(older));
    }

    [Fact]
    public void CanUndo_AnActThatChangedNoDesiredThing_IsNot()
    {
        var restart = Entry(1, "", "");

        Assert.False(new ActivityState([restart], []).CanUndo(restart));
    }

    [Fact]
    public void Changes_SignInsBetweenThem_AreLeftOut()
    {
        var change = Entry(1, "exposure", "sonarr");
        var signIn = Entry(2, "", "") with { Act = "Sign in", Revision = null };

        Assert.Equal([change], new ActivityState([signIn, change], []).Changes);
    }

    private static AuditEntry Entry(long id, string kind, string subject) =>
        new(id, DateTimeOffset.UnixEpoch, "owner", "Expose", kind, subject, null, "{}", id, "saved");
}
