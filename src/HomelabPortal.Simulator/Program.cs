using HomelabPortal.Simulator;

var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions(), stop.Token);
Console.WriteLine($"Kubernetes  {lab.Kubernetes.Address}");
Console.WriteLine($"kubeconfig  {lab.Kubernetes.KubeconfigPath}");
Console.WriteLine($"Cloudflare  {lab.Cloudflare.BaseAddress}");
Console.WriteLine($"  token     {lab.Cloudflare.Token}");
Console.WriteLine($"  account   {lab.Cloudflare.AccountId}");
foreach (var host in lab.DockerHosts) Console.WriteLine($"Docker      {host.Address}  {host.Name}");
try
{
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
}
