using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Api;

/// <summary>What docs/api.md shows is run as it stands, by the shell and curl, against the portal as a process.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ApiDocumentationTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Examples_OfTheDocumentation_WorkAsTheyStand()
    {
        using var folder = new TemporaryFolder();
        await using var lab = await PortalLab.StartAsync();
        var token = await OfflineToken.MakeAsync(lab.DataDirectory);
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(CancellationToken.None);
        await SeeKubernetesAsync(portal, token);
        var blocks = ApiExamples.Read();
        Assert.True(blocks.Count >= 7, $"Only {blocks.Count} examples were found.");

        var (exitCode, output) = await RunAsync(string.Join('\n', blocks), folder.Path, portal.Address.ToString().TrimEnd('/'), token);

        Assert.True(exitCode == 0, $"The examples ended with {exitCode}:\n{output}\nThe log:\n{portal.Log}");
        Assert.Contains("I am owner, admin", output, StringComparison.Ordinal);
        Assert.Contains("Kubernetes: healthy", output, StringComparison.Ordinal);
        Assert.Contains("inPlace", output, StringComparison.Ordinal);
        Assert.Contains("412 /problems/stale", output, StringComparison.Ordinal);
        Assert.EndsWith("lan", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, portal.Log, StringComparison.Ordinal);
    }

    /// <summary>The list of sources is drawn up every two seconds, so it may say "progressing" a moment longer than is true.</summary>
    private static async Task SeeKubernetesAsync(PortalProcess portal, string token)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await Eventually.HoldsAsync(
            async () => (await http.GetFromJsonAsync<JsonObject>("api/v1/lab"))!["sources"]!.AsArray()
                .Any(source => (string?)source!["name"] == "Kubernetes" && (string?)source["state"] == "healthy"),
            () => "Kubernetes is not healthy in the list of sources.",
            _limit);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string script, string folder, string portal, string token)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PORTAL"] = portal, ["HLP_TOKEN"] = token },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await errors + await output);
    }
}
