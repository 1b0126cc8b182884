namespace HomelabPortal.Desired;

/// <summary>How far the portal may go by itself.</summary>
public enum ChangePolicy
{
    /// <summary>Plans are made and shown; nothing is written.</summary>
    Observe,

    /// <summary>What the owner asked for is created and updated; nothing is deleted and hand changes are only reported.</summary>
    Upsert,

    /// <summary>The lab is made to agree: creates, updates, deletes and puts hand changes right.</summary>
    Sync,
}
