using System.Threading.Channels;

namespace Anmin.Kernel.Journal;

/// <summary>One thread reads rows, another hashes them; a few batches go round between the two, so memory does not grow with the journal.</summary>
internal static class ReadAhead
{
    private const int Batches = 4;

    /// <param name="fill">Adds rows to an empty batch; leaves it empty at the end.</param>
    /// <param name="use">False when there is no need to read on.</param>
    public static async Task RunAsync(Action<Preimages> fill, Func<Preimages, bool> use, CancellationToken ct)
    {
        var (free, full) = (Channel.CreateUnbounded<Preimages>(), Channel.CreateUnbounded<Preimages>());
        for (var i = 0; i < Batches; i++) free.Writer.TryWrite(new Preimages());
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => ReadAsync(fill, free.Reader, full.Writer, enough.Token), ct);
        try
        {
            await foreach (var batch in full.Reader.ReadAllAsync(ct))
            {
                if (!use(batch)) break;
                batch.Clear();
                free.Writer.TryWrite(batch);
            }
        }
        finally
        {
            // the connection is the reader's until it has stopped
            await enough.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        ct.ThrowIfCancellationRequested();
    }

    private static async Task ReadAsync(Action<Preimages> fill, ChannelReader<Preimages> free, ChannelWriter<Preimages> full, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var batch = await free.ReadAsync(ct);
                fill(batch);
                if (batch.Rows.Count == 0) break;
                full.TryWrite(batch);
            }
            full.Complete();
        }
        catch (Exception e)
        {
            full.Complete(e is OperationCanceledException ? null : e);
        }
    }
}
