using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;

namespace HomelabPortal.Benchmarks;

/// <summary>
/// Declares many exposures while nothing may be written, lets the portal go, and counts the calls until all are in place.
/// The least that is possible: one document of the tunnel, one transaction for every 200 records, one route each.
/// </summary>
internal sealed class ManyExposures(BenchOptions options, Report report)
{
    private const int RecordsPerBatch = 200;

    /// <summary>An account may make thirty changes a minute.</summary>
    private const int WishesPerAccount = 25;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false, ConnectorDelay = TimeSpan.FromSeconds(1) }, cancellationToken);
        var (portal, admin, _, _) = await new PortalUnderTest(options.Portal, lab).StartAsync(cancellationToken);
        await using (portal)
        using (admin)
        {
            await SetPolicyAsync(admin, "observe", cancellationToken);
            await DeclareAsync(admin, cancellationToken);
            lab.Faults.Log.Clear();
            var begun = TimeProvider.System.GetTimestamp();
            await SetPolicyAsync(admin, "sync", cancellationToken);
            await UntilInPlaceAsync(admin, cancellationToken);
            Tell(lab.Faults.Log.Requests, TimeProvider.System.GetElapsedTime(begun));
        }
    }

    private async Task DeclareAsync(PortalPerson admin, CancellationToken cancellationToken)
    {
        for (var first = 0; first < options.Exposures; first += WishesPerAccount)
        {
            var number = first / WishesPerAccount;
            await ProveAsync(admin, cancellationToken);
            using var person = await admin.InviteAsync("Admin", $"helper{number}", IPAddress.Parse($"127.0.1.{number + 1}"), cancellationToken);
            foreach (var wish in Enumerable.Range(first, Math.Min(WishesPerAccount, options.Exposures - first)))
                (await SendAsync(person, HttpMethod.Post, "/api/v1/exposures", Wish(wish), null, cancellationToken)).Dispose();
        }
    }

    private void Tell(IReadOnlyList<SimulatedRequest> requests, TimeSpan took)
    {
        var cloudflare = requests.Where(request => request.System == SimulatedSystem.Cloudflare).ToList();
        report.Calls("DNS, transactions", Writes(cloudflare, "/dns_records/batch"), (options.Exposures + RecordsPerBatch - 1) / RecordsPerBatch);
        report.Calls("DNS, single records", Writes(cloudflare, "/dns_records") - Writes(cloudflare, "/dns_records/batch"), 0);
        report.Calls("tunnel, documents", Writes(cloudflare, "/configurations"), 1);
        report.Calls("Kubernetes, routes", Writes(requests, "/ingressroutes"), options.Exposures);
        report.Calls("Cloudflare, reads", cloudflare.Count(request => !request.IsWrite), null);
        report.Converged(options.Exposures, took);
    }

    private static int Writes(IEnumerable<SimulatedRequest> requests, string what) =>
        requests.Count(request => request.IsWrite && request.PathAndQuery.Contains(what, StringComparison.Ordinal));

    private static JsonObject Wish(int number) => new()
    {
        ["hostname"] = $"n{number}.cowlab.org",
        ["backend"] = new JsonObject { ["kind"] = "service", ["namespace"] = "media", ["service"] = "jellyseerr", ["port"] = "http" },
        ["visibility"] = "tunnel",
        ["confirm"] = $"n{number}.cowlab.org",
    };

    private async Task UntilInPlaceAsync(PortalPerson admin, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var list = await admin.Http.GetFromJsonAsync<JsonObject>("/api/v1/exposures", cancellationToken);
            var phases = list!["items"]!.AsArray().Select(item => (string)item!["status"]!["phase"]!).ToList();
            if (phases.Count == options.Exposures && phases.TrueForAll(phase => phase == "inPlace"))
                return;
            if (TimeProvider.System.GetElapsedTime(begun) > _patience)
                throw new TimeoutException($"After {_patience.TotalMinutes:0} minutes: {string.Join(", ", phases.CountBy(phase => phase).Select(phase => $"{phase.Value} {phase.Key}"))}.");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task SetPolicyAsync(PortalPerson admin, string policy, CancellationToken cancellationToken)
    {
        await ProveAsync(admin, cancellationToken);
        using var now = await admin.Http.GetAsync("/api/v1/policy", cancellationToken);
        var tag = now.EnsureSuccessStatusCode().Headers.ETag!.Tag;
        (await SendAsync(admin, HttpMethod.Put, "/api/v1/policy", new JsonObject { ["policy"] = policy }, tag, cancellationToken)).Dispose();
    }

    /// <summary>A slow machine takes longer than the portal believes that nobody else sits there.</summary>
    private static async Task ProveAsync(PortalPerson admin, CancellationToken cancellationToken) =>
        (await admin.PostAsync("/_portal/proof/password", new { password = PortalPerson.Password }, cancellationToken)).EnsureSuccessStatusCode().Dispose();

    /// <summary>Too many calls for the portal's own limit are sent again after the rest it asks for.</summary>
    private static async Task<HttpResponseMessage> SendAsync(PortalPerson admin, HttpMethod method, string path, JsonObject body, string? tag, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("RequestVerificationToken", await admin.TokenAsync(cancellationToken));
            request.Headers.Add("Origin", admin.Portal.GetLeftPart(UriPartial.Authority));
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-Match", tag);
            var response = await admin.Http.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode != 429)
                return response.IsSuccessStatusCode ? response : throw new InvalidOperationException($"{method} {path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
            var rest = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            response.Dispose();
            await Task.Delay(rest, TimeProvider.System, cancellationToken);
        }
    }
}
