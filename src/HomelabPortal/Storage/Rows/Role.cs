namespace HomelabPortal.Storage.Rows;

/// <summary>What a person may do, each including the one before it.</summary>
public enum Role
{
    /// <summary>Sees everything the portal shows of the lab and changes nothing.</summary>
    Viewer,

    /// <summary>Runs what is there: exposes in the house, restarts, scales.</summary>
    Operator,

    /// <summary>Decides what the Internet reaches, who may come in, and how far the portal goes by itself.</summary>
    Admin,
}
