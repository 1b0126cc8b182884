using System.Text.RegularExpressions;

namespace HomelabPortal.BrowserTests;

/// <summary>Every page in both sizes and themes: what must hold on all of them. eng/screenshots.sh runs only these and takes the pictures.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class ScreenshotTests(PortalBrowser browser)
{
    internal static readonly (string Name, string Path)[] Pages =
    [
        ("home", "/"),
        ("status", "/status"),
        ("ingress", "/cluster/ingress"),
        ("route", "/cluster/ingress/ingressroutes/home/start"),
        ("gateways", "/cluster/ingress?tab=gateways"),
        ("services", "/cluster/services"),
        ("service", "/cluster/services/media/jellyseerr"),
        ("load-balancer", "/cluster/services?tab=load-balancer"),
        ("nodes", "/cluster/nodes"),
        ("node", "/cluster/nodes/node0"),
        ("node-metrics", "/cluster/nodes/node0?tab=metrics"),
        ("workloads", "/cluster/workloads"),
        ("deployment", "/cluster/workloads/deployments/home/immich-server"),
        ("cronjob", "/cluster/workloads/cronjobs/databases/postgres-backup"),
        ("jobs", "/cluster/workloads?kind=jobs"),
        ("pods", "/cluster/pods"),
        ("namespaces", "/cluster/namespaces"),
        ("namespace", "/cluster/namespaces/databases"),
        ("storage", "/cluster/storage"),
        ("storage-volumes", "/cluster/storage?tab=volumes"),
        ("storage-disks", "/cluster/storage?tab=disks"),
        ("storage-backups", "/cluster/storage?tab=backups"),
        ("claim", "/cluster/storage/monitoring/uptime-kuma-data"),
        ("certificates", "/cluster/certificates"),
        ("certificate", "/cluster/certificates/gitea/registry-cowlab-org"),
        ("applications", "/cluster/applications"),
        ("application", "/cluster/applications/argocd/lidarr"),
        ("chart", "/cluster/applications/charts/kube-system/node-feature-discovery"),
        ("events", "/cluster/events?type=all"),
        ("objects", "/cluster/objects"),
        ("objects-of-a-kind", "/cluster/objects/ingressroutes.traefik.io"),
        ("yaml", "/cluster/workloads/deployments/media/kavita?tab=yaml"),
        ("yaml-of-a-secret", "/cluster/objects/secrets/databases/postgres-credentials"),
        ("apps", "/apps"),
        ("apps-hidden", "/apps/hidden"),
        ("map", "/map"),
        ("map-list", "/map?view=list"),
        ("hostnames", "/hostnames"),
        ("hostnames-internet", "/hostnames?show=internet"),
        ("hostname", "/hostnames/jellyfin.cowlab.org"),
        ("gpu", "/gpu"),
        ("host-container", "/gpu/hosts/gpu-box/containers/vllm"),
        ("host-container-logs", "/gpu/hosts/gpu-box/containers/ollama?tab=logs"),
        ("host-container-stats", "/gpu/hosts/gpu-box/containers/ollama?tab=stats"),
        ("host-disk", "/gpu/hosts/gpu-box/disk"),
        ("host-events", "/gpu/events"),
        ("host-container-inspect", "/gpu/hosts/media-box/containers/vaultwarden?tab=inspect"),
        ("gpu-card", "/gpu/hosts/gpu-box/cards/GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a"),
        ("tunnels", "/tunnels"),
        ("tunnel-new", "/tunnels/new"),
        ("try", "/hostnames/try?url=https%3A%2F%2Fjellyfin.cowlab.org%2Fweb"),
        ("checks", "/checks"),
        ("check", "/checks/workload%3Ajellyfin.cowlab.org"),
        ("new-check", "/checks/new"),
        ("notifications", "/notifications"),
        ("new-channel", "/notifications/channels/new"),
        ("traces", "/trace"),
        ("trace", "/trace/jellyfin.cowlab.org"),
        ("trace-broken", "/trace/old-blog.cowlab.org"),
        ("exposures", "/exposures"),
        ("logins", "/logins"),
        ("containers", "/gpu/containers"),
        ("container-new", "/gpu/containers/new"),
        ("new-login-policy", "/logins/new"),
        ("dns", "/dns"),
        ("dns-new", "/dns/new?type=HTTPS"),
        ("dns-import", "/dns?tab=import"),
        ("expose", "/exposures/new"),
        ("activity", "/activity"),
        ("applies", "/activity?tab=applies"),
        ("acts", "/activity/jobs"),
        ("audit", "/activity?tab=audit"),
        ("pod", "/cluster/pods/databases/postgres-0"),
        ("pod-shell", "/cluster/pods/databases/postgres-0?tab=shell"),
        ("account", "/account"),
        ("account-sessions", "/account?tab=sessions"),
        ("account-tokens", "/account?tab=tokens"),
        ("settings", "/settings"),
        ("settings-sessions", "/settings?tab=sessions"),
        ("not-allowed", "/not-allowed?return=%2Fsettings"),
        ("components", "/dev/components"),
    ];

    /// <summary>Where people come first and stay; a page that measures while it is looked at may grow.</summary>
    private static readonly HashSet<string> _still =
    [
        "home", "status", "apps", "exposures", "expose", "traces", "trace", "nodes", "workloads", "deployment", "pods", "pod", "services", "ingress", "storage", "certificates",
        "gpu", "host-container-stats", "containers", "hostnames", "hostname", "dns", "tunnels", "logins", "activity", "settings", "account",
    ];

    /// <summary>The most that the parts of a page may move by themselves, by the browser's measure.</summary>
    private const double MostShift = 0.05;

    /// <summary>The smallest phone that is cared for.</summary>
    private const int SmallPhone = 360;

    /// <summary>A small desk, or a tablet on its side: the widest window in which tables show less.</summary>
    private const int SmallDesk = 1024;

    public static TheoryData<string, string, Viewport> Looks()
    {
        var looks = new TheoryData<string, string, Viewport>();
        foreach (var (name, path) in Pages)
        {
            foreach (var viewport in Enum.GetValues<Viewport>())
                looks.Add(name, path, viewport);
        }

        return looks;
    }

    /// <summary>One visit for everything that holds for every page, because a visit is what takes the time.</summary>
    [AxeTheory]
    [MemberData(nameof(Looks))]
    public async Task Page_Opened_FitsHoldsStillAndIsUsableByEverybodyInLightAndDark(string name, string path, Viewport viewport)
    {
        await using var visit = await browser.VisitAsync(path, viewport);
        await visit.SettledAsync();
        var wrong = new List<string>(await visit.ViolationsAsync());
        wrong.AddRange(InlineScript().Matches(await visit.HtmlAsync()).Select(match => $"inline: {match.Value}"));
        if (_still.Contains(name))
            wrong.AddRange(await visit.ShiftsAsync(MostShift));
        await visit.FitsAsync();
        wrong.AddRange((await Axe.FindAsync(visit.Page)).Select(fault => $"light: {fault}"));
        await visit.ScreenshotAsync(name);
        await visit.DarkenAsync();
        wrong.AddRange((await Axe.FindAsync(visit.Page, "color-contrast")).Select(fault => $"dark: {fault}"));
        await visit.ScreenshotAsync(name);
        await visit.FitsAsync(viewport == Viewport.Phone ? SmallPhone : SmallDesk);

        Assert.True(wrong.Count == 0, $"{path}:\n{string.Join('\n', wrong)}");
    }

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|<style\b[^>]*>|\son[a-z]+="[^"]*"|href="javascript:[^"]*""")]
    internal static partial Regex InlineScript();
}
