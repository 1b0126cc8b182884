using HomelabPortal;
using HomelabPortal.Access;
using HomelabPortal.Access.Assertions;
using HomelabPortal.Access.Backups;
using HomelabPortal.Access.Providers;
using HomelabPortal.Access.Record;
using HomelabPortal.Access.SignIn;
using HomelabPortal.Access.Web;
using HomelabPortal.Activity;
using HomelabPortal.Api;
using HomelabPortal.Apps;
using HomelabPortal.Checks;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Logs.Sending;
using HomelabPortal.Commands;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Api;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers;
using HomelabPortal.Gpu.Work;
using HomelabPortal.Hostnames;
using HomelabPortal.Ingress;
using HomelabPortal.Lab;
using HomelabPortal.Logins;
using HomelabPortal.Map;
using HomelabPortal.Overview;
using HomelabPortal.Overview.Status;
using HomelabPortal.Plans;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Search;
using HomelabPortal.Secrets;
using HomelabPortal.Trace;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui;

var line = CommandLine.Of(args);
try
{
    var builder = WebApplication.CreateBuilder(line.Settings);
    if (await builder.AskRunningPortalAsync(line) is { } exitCode)
        return exitCode;
    // Styles and scripts are there also when the build output is started outside Development.
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddPlatform();
    await using var lab = await builder.AddLabAsync(CancellationToken.None);
    builder.Services.AddIngressTarget(builder.Configuration, lab.Faults);
    builder.Services.AddShellOptions(builder.Configuration, lab.Faults);
    builder.Services.AddLoadBalancer(builder.Configuration, lab.Faults);
    builder.Services.AddTunnels(builder.Configuration, lab.Faults);
    builder.Services.AddHostnames(builder.Configuration, lab.Faults);
    builder.Services.AddAssertions(builder.Configuration, lab.Faults);
    builder.Services.AddProviders(builder.Configuration, lab.Faults);
    builder.Services.AddMetricsHistory(builder.Configuration, lab.Faults);
    builder.Services.AddContainers(builder.Configuration, lab.Faults);
    builder.Services.AddContainerWork();
    builder.Services.AddApps(builder.Configuration, lab.Faults);
    builder.Services.AddChecks(builder.Configuration, lab.Faults);
    builder.Services.AddDns();
    builder.Services.AddLogins();
    var secrets = builder.Services.ReadSecrets(builder.Configuration, lab.Faults, lab.IsPublic);
    var directory = lab.OpenDataDirectory();
    builder.Services.AddDesired(directory);
    builder.Services.AddSecrets(secrets, directory);
    builder.Services.AddAccess();
    builder.Services.AddReconcile();
    builder.Services.AddPlans();
    builder.Services.AddCluster();
    builder.Services.AddIngressReading();
    builder.Services.AddDockerHosts();
    builder.Services.AddCloudflareAccount();
    builder.Services.AddExposures();
    builder.Services.AddTrace();
    builder.Services.AddLabMap();
    builder.Services.AddActivity();
    builder.Services.AddOverview();
    builder.Services.AddSearch();
    builder.Services.AddPortalUi();
    builder.Services.AddCommands();
    builder.Services.AddApi();

    await using var app = builder.Build();
    await app.PrepareAsync(CancellationToken.None);
    if (line.IsCommand)
        return await app.RunCommandAsync(line);
    app.UseWebGuards();
    app.UseAccessGate();
    app.MapHealth();
    app.UsePortalFaultPages();
    app.UseApi();
    app.UseAccess();
    app.MapSignIn();
    app.MapProviders();
    app.MapAuditExport();
    app.MapDnsFiles();
    app.MapBackups();
    app.MapLogs();
    app.MapStatus();
    app.MapPortalUi();
    app.MapPortalApi();
    await app.ServeAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // Told to stop while still starting.
    return 0;
}
catch (StartupException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
