namespace HomelabPortal.Reconcile;

/// <summary>One complete look at an outside system. Planning from it is pure and may be repeated.</summary>
internal interface ITargetView
{
    LabFacts Facts { get; }

    Plan Plan(PlanRequest request);
}
