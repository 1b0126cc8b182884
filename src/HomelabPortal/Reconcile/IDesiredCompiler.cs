using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>Pure: what the owner wants, said as things that should exist outside.</summary>
internal interface IDesiredCompiler
{
    IEnumerable<DesiredResource> Compile(DesiredState desired);
}
