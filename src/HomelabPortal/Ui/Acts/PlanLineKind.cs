namespace HomelabPortal.Ui.Acts;

/// <summary>What a line of a plan does.</summary>
public enum PlanLineKind
{
    Create,
    Update,
    Delete,

    /// <summary>Will not be done, and the reason says why.</summary>
    Refused,

    /// <summary>Still settling; nothing to do yet.</summary>
    Waiting,
}
