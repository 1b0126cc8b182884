using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Lab;

/// <summary>The real process, killed while an act of a person is under way.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ActKilledTests
{
    [Fact]
    public async Task Portal_KilledInTheMiddleOfAnAct_SaysAfterwardsThatItWasInterrupted()
    {
        await using var lab = await PortalLab.StartAsync();
        await using (var portal = await lab.StartPortalAsync())
        {
            await portal.ReadyAsync(CancellationToken.None);
            using var admin = await portal.AdminAsync();
            // The lab's controllers stand still, so the rollout is waited for.
            var begun = await admin.PostAsync("/api/v1/workloads/deployments/home/it-tools/restart", null);
            Assert.Equal(202, (int)begun.StatusCode);
            await Eventually.HoldsAsync(() => RestartedAt(lab) is not null, () => "Nothing was sent to the cluster.", TimeSpan.FromSeconds(30));
            Assert.Null(await OutcomeAsync(admin));
            await portal.KillAsync();
        }

        await using var again = await lab.StartPortalAsync();
        await again.ReadyAsync(CancellationToken.None);
        using var owner = await again.AdminAsync();

        Assert.Equal("interrupted: the portal stopped before it was known how it came out", await OutcomeAsync(owner));
        Assert.Empty((await owner.Http.GetFromJsonAsync<JsonArray>("/api/v1/jobs"))!);
        Assert.NotNull(RestartedAt(lab));
    }

    private static string? RestartedAt(PortalLab lab) =>
        (string?)lab.Lab.KubernetesStore.Get("apps/v1", "Deployment", "home", "it-tools")!["spec"]!["template"]!["metadata"]!["annotations"]?["kubectl.kubernetes.io/restartedAt"];

    private static async Task<string?> OutcomeAsync(PortalPerson person)
    {
        var audit = await person.Http.GetFromJsonAsync<JsonObject>("/api/v1/audit?limit=50");
        return (string?)audit!["items"]!.AsArray().Single(entry => (string?)entry!["act"] == "Restart Deployment home/it-tools")!["outcome"];
    }
}
