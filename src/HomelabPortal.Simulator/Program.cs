using System.Runtime.InteropServices;
using HomelabPortal.Simulator;

var arguments = SimulatorArguments.Parse(args);
if (args is ["--help"])
{
    Console.WriteLine(SimulatorArguments.Usage);
    return 0;
}
if (arguments.Faults.Count > 0)
{
    foreach (var fault in arguments.Faults) Console.Error.WriteLine(fault);
    Console.Error.WriteLine(SimulatorArguments.Usage);
    return 2;
}
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var began = TimeProvider.System.GetTimestamp();
await using var lab = await SimulatedLab.StartAsync(arguments.Options, stop.Token);
Console.WriteLine($"Kubernetes  {lab.Kubernetes.Address}");
Console.WriteLine($"  token     {lab.Kubernetes.Token}");
Console.WriteLine($"  read-only {lab.Kubernetes.ReadOnlyToken}");
Console.WriteLine($"  kubeconfig {lab.Kubernetes.KubeconfigPath}");
Console.WriteLine($"Cloudflare  {lab.Cloudflare.BaseAddress}");
Console.WriteLine($"  token     {lab.Cloudflare.Token}");
Console.WriteLine($"  account   {lab.Cloudflare.AccountId}");
foreach (var host in lab.DockerHosts) Console.WriteLine($"Docker      {host.Address}  {host.Name}");
Console.WriteLine($"Identity    {lab.Identity.Issuer}");
Console.WriteLine($"  client    {lab.Identity.ClientId}");
Console.WriteLine($"  secret    {lab.Identity.ClientSecret}");
Console.WriteLine($"Ready in {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms.");
Console.WriteLine("This lab is simulated and listens on this machine only. Ctrl+C stops it.");
try
{
    await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine("Stopped.");
}
return 0;
