namespace DockerPS.Streams;

/// <summary>Makes something of a stream of progress messages.</summary>
internal interface IProgressListener
{
    /// <summary>The engine said that all is done; without that a stream's end is a cut.</summary>
    bool Finished { get; }

    /// <summary>Hears a message that is no failure.</summary>
    void Add(ProgressMessage message);
}
