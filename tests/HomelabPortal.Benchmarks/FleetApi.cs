using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomelabPortal.Simulator;

namespace HomelabPortal.Benchmarks;

/// <summary>The simulated cluster as any client sees it: changes pods, and watches them to know the least delay that is possible.</summary>
internal sealed partial class FleetApi : IDisposable
{
    private readonly HttpClient _http;

    public FleetApi(KubernetesEndpoint endpoint)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(endpoint.CertificateAuthorityPath);
        _http = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } })
        {
            BaseAddress = endpoint.Address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.Token);
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("homelab-portal-bench", "1"));
    }

    /// <summary>Sends <paramref name="rate"/> changes a second to the pods in turn, whether or not the last one was answered; returns what was sent when.</summary>
    public async Task<IReadOnlyList<Sent>> ChurnAsync(IReadOnlyList<string> pods, int rate, TimeSpan duration, Stamp stamp, CancellationToken cancellationToken)
    {
        var containers = new Dictionary<string, JsonArray>();
        foreach (var pod in pods)
            containers[pod] = await ContainersAsync(pod, cancellationToken);
        var sent = new List<Sent>();
        var answers = new List<Task>();
        var begun = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < rate * duration.TotalSeconds; number++)
        {
            var rest = TimeSpan.FromSeconds((double)number / rate) - TimeProvider.System.GetElapsedTime(begun);
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, TimeProvider.System, cancellationToken);
            var pod = pods[number % pods.Count];
            var value = stamp.Next();
            containers[pod][0]!["restartCount"] = value;
            sent.Add(new Sent(pod, value));
            answers.Add(PatchAsync(pod, containers[pod].DeepClone(), cancellationToken));
        }

        await Task.WhenAll(answers);
        return sent;
    }

    /// <summary>Reads a plain watch until cancelled and notes when each stamp came by.</summary>
    public async Task WatchAsync(ConcurrentDictionary<int, long> seen, TaskCompletionSource isOpen, CancellationToken cancellationToken)
    {
        var list = await _http.GetFromJsonAsync<JsonObject>("api/v1/pods?limit=1", cancellationToken);
        var version = list!["metadata"]!["resourceVersion"];
        try
        {
            using var response = await _http.GetAsync(
                $"api/v1/pods?watch=1&resourceVersion={version}", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            isOpen.SetResult();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (RestartCount().Match(line) is { Success: true } match)
                    seen.TryAdd(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Stamp.Now);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonArray> ContainersAsync(string pod, CancellationToken cancellationToken)
    {
        var manifest = await _http.GetFromJsonAsync<JsonObject>(Path(pod), cancellationToken);
        return (JsonArray)manifest!["status"]!["containerStatuses"]!.DeepClone();
    }

    private async Task PatchAsync(string pod, JsonNode containers, CancellationToken cancellationToken)
    {
        var patch = new JsonObject { ["status"] = new JsonObject { ["containerStatuses"] = containers } };
        using var content = new StringContent(patch.ToJsonString(), Encoding.UTF8, "application/merge-patch+json");
        using var response = await _http.PatchAsync($"{Path(pod)}/status", content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Pods are named namespace/name.</summary>
    private static string Path(string pod) => $"api/v1/namespaces/{pod.Split('/')[0]}/pods/{pod.Split('/')[1]}";

    [GeneratedRegex("\"restartCount\":(1[0-9]{9})")]
    private static partial Regex RestartCount();
}
