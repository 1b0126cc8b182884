namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>A way to write logs; programs of a lab have many.</summary>
internal sealed record MadeUpVoice(TimeSpan Every, Func<long, string, string> Say)
{
    private const string Escape = "\e[";
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(2);

    private static readonly MadeUpVoice[] All =
    [
        new(Steady, (n, at) => $"time={at} level={Level(n)} msg=\"{Message(n)}\" request={n % 7919:x4}"),
        new(Steady, (n, at) => $$"""{"level":"{{Level(n)}}","ts":"{{at}}","caller":"server/handler.go:{{20 + n % 300}}","msg":"{{Message(n)}}","duration_ms":{{n % 190}}}"""),
        new(Steady, (n, at) => $"{(Level(n) == "info" ? 'I' : Level(n)[0] == 'w' ? 'W' : 'E')}{at[5..7]}{at[8..10]} {at[11..23]}000       1 controller.go:{100 + n % 200}] {Message(n)}"),
        new(Steady, (n, at) => $"[{Level(n).ToUpperInvariant()}] {Message(n)}"),
        new(Steady, (n, at) => $"{at[..10]} {at[11..19]},{n % 1000:000} {Python(Level(n)),-8} [homelab.jobs] {Message(n)}"),
        new(Steady, (n, at) => $"{Escape}90m{at[11..19]}{Escape}0m {Coloured(Level(n))} {Message(n)} {Escape}36mrequest{Escape}0m={n % 7919}"),
    ];

    private static readonly MadeUpVoice Access = new(TimeSpan.FromMilliseconds(700), (n, at) =>
        $"10.42.{n % 4}.{n % 250} - - [{at}] \"GET /api/v1/items/{n % 400} HTTP/1.1\" {(n % 97 == 0 ? 502 : n % 41 == 0 ? 404 : 200)} {400 + n % 9000} \"-\" \"Mozilla/5.0\" {n % 180}ms");

    /// <summary>What it says when it fails.</summary>
    public IReadOnlyList<string> LastWords { get; } =
        ["level=error msg=\"cannot open the database\" path=/config/library.db error=\"disk image is malformed\"", "level=fatal msg=\"giving up\" exit=1"];

    public static MadeUpVoice Of(string container) =>
        container is "traefik" or "nginx" ? Access : All[container.Aggregate(7, (hash, letter) => (hash * 31 + letter) & 0xffff) % All.Length];

    private static string Level(long n) => n % 61 == 0 ? "error" : n % 19 == 0 ? "warn" : n % 5 == 0 ? "debug" : "info";

    private static string Python(string level) => level == "warn" ? "WARNING" : level.ToUpperInvariant();

    private static string Coloured(string level) => level switch
    {
        "error" => $"{Escape}1;31mERR{Escape}0m",
        "warn" => $"{Escape}33mWRN{Escape}0m",
        "debug" => $"{Escape}35mDBG{Escape}0m",
        _ => $"{Escape}32mINF{Escape}0m",
    };

    private static string Message(long n) => Level(n) switch
    {
        "error" => $"upload of part {n % 40} failed: connection reset by peer",
        "warn" => $"slow answer from 10.42.1.{n % 200}: {1000 + n % 4000} ms",
        "debug" => $"cache refreshed, {n % 90} entries",
        _ => (n % 4) switch
        {
            0 => $"request served in {n % 70} ms",
            1 => "health check passed",
            2 => $"connection from 10.42.0.{n % 250} closed",
            _ => $"scheduled job {n % 12} finished",
        },
    };
}
