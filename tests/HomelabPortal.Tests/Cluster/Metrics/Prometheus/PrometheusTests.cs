using System.Text;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Prometheus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Cluster.Metrics.Prometheus;

/// <summary>Against a server that answers by a script, over real HTTP.</summary>
public sealed class PrometheusTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _from = DateTimeOffset.FromUnixTimeSeconds(1_763_712_000);
    private static readonly TimeSpan _step = TimeSpan.FromHours(2);
    private readonly List<(string Path, string? Authorization, string Form)> _asked = [];
    private Func<HttpContext, Task> _answer = context => context.Response.WriteAsync(Matrix((1, "0.5"), (2, "NaN"), (3, "1.5")));
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var form = Uri.UnescapeDataString((await reader.ReadToEndAsync()).Replace('+', ' '));
            lock (_asked)
                _asked.Add((context.Request.Path, context.Request.Headers.Authorization, form));
            await _answer(context);
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Range_OfAWorkload_PutsValuesWhereTheirStepBegan()
    {
        var answer = await ReadAsync();

        Assert.Null(answer.Fault);
        Assert.Equal([5000u, null, 15_000u, null], answer.Points!.Select(point => point?.Cpu.Mean));
        Assert.All(_asked, asked => Assert.Equal("/api/v1/query_range", asked.Path));
        Assert.Contains(_asked, asked => asked.Form.Contains("pod=~\"web-[a-z0-9]{6,10}-[a-z0-9]{5}\"", StringComparison.Ordinal) && asked.Form.Contains("step=7200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("token-of-mine", null, null, "Bearer token-of-mine")]
    [InlineData(null, "portal", "password-of-mine", "Basic cG9ydGFsOnBhc3N3b3JkLW9mLW1pbmU=")]
    [InlineData(null, null, null, null)]
    public async Task Range_WithAWayIn_SendsItAndNeverShowsIt(string? token, string? user, string? password, string? expected)
    {
        var options = Options(token, user, password);
        await ReadAsync(options);

        Assert.Equal(expected is null ? "" : expected, _asked[0].Authorization ?? "");
        Assert.DoesNotContain("of-mine", PrometheusSettings.Of(options)!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "does not let the portal in (401)")]
    [InlineData(302, "sends the portal elsewhere (302)")]
    [InlineData(422, "refused the query (422)")]
    [InlineData(503, "answered 503")]
    public async Task Range_OtherStatus_IsExplained(int status, string words)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        var answer = await ReadAsync();

        Assert.Null(answer.Points);
        Assert.Contains(words, answer.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain(_asked, asked => asked.Path == "/elsewhere");
    }

    [Fact]
    public async Task Range_AnswerWithoutEnd_IsCutOff()
    {
        _answer = async context =>
        {
            for (var part = 0; part < 80 && !context.RequestAborted.IsCancellationRequested; part++)
                await context.Response.WriteAsync(new string(' ', 64 * 1024));
        };

        Assert.Contains("cannot be read", (await ReadAsync()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_NoAnswerInTime_IsOurOwnTimeout()
    {
        _answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Contains("did not answer within", (await ReadAsync(Options(timeout: TimeSpan.FromMilliseconds(300)))).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_ReaderLeaves_IsNoFault()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(cancellationToken: left.Token));
    }

    [Theory]
    [InlineData("Node", "", "node1.lan", "id=\"/\",instance=~\"node1[.]lan(:[0-9]+)?\"")]
    [InlineData("StatefulSet", "db", "postgres", "namespace=\"db\",pod=~\"postgres-[0-9]+\"")]
    [InlineData("CronJob", "db", "backup", "pod=~\"backup-[0-9]+-[a-z0-9]{5}\"")]
    [InlineData("Pod", "db", "alone", "pod=~\"alone\"")]
    [InlineData("Namespace", "", "db", "namespace=\"db\",pod=~\".+\"")]
    [InlineData("Pod", "db\"}) or vector(1", "a\"b\\c\n", "namespace=\"db}) or vector(1\",pod=~\"a.b.c.\"")]
    public void Queries_OfEachKind_SelectTheirOwnAndNothingEscapesTheQuotes(string kind, string ns, string name, string expected) =>
        Assert.Contains(expected, PrometheusQueries.Memory(new MetricSubject(kind, ns, name), _step), StringComparison.Ordinal);

    private Task<PrometheusAnswer> ReadAsync(MetricsOptions? options = null, CancellationToken cancellationToken = default)
    {
        var source = new PrometheusSource(new PrometheusClient(PrometheusSettings.Of(options ?? Options())!));
        return source.ReadAsync(new MetricSubject("Deployment", "media", "web"), _from, _from + 4 * _step, _step, cancellationToken);
    }

    private MetricsOptions Options(string? token = null, string? user = null, string? password = null, TimeSpan? timeout = null) => new()
    {
        PrometheusUrl = _server.Urls.First(), PrometheusToken = token, PrometheusUser = user, PrometheusPassword = password, PrometheusTimeout = timeout ?? TimeSpan.FromSeconds(10),
    };

    private static string Matrix(params (int Step, string Value)[] values) => new StringBuilder("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[""")
        .AppendJoin(',', values.Select(value => $"[{(_from + value.Step * _step).ToUnixTimeSeconds()},\"{value.Value}\"]")).Append("]}]}}").ToString();
}
