using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>
/// Wanted containers as the things that should exist outside.
/// <code>
/// breaks a rule, also one that came after it was stored    a refusal that says so
/// any other                                                the container, and that it serves unless it is stopped
/// </code>
/// </summary>
internal sealed class ContainerEntryCompiler(IOptions<ContainerOptions> options) : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired)
    {
        foreach (var container in desired.Containers)
        {
            if (ContainerChecks.WhyNot(container, desired.Containers, options.Value.BindRoots) is { } why)
            {
                yield return new RefusedRun(container, why);
                continue;
            }

            yield return new DesiredRun(container);
            if (!container.IsStopped)
                yield return new DesiredService(container);
        }
    }
}
