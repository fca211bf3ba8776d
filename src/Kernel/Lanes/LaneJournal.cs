using System.Data.Common;
using System.Globalization;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Journal;
using NpgsqlTypes;

namespace Anmin.Kernel.Lanes;

/// <summary>
/// One line of the partition's chain for every commit, with a digest over the commit's changes in their order: the rows themselves say
/// who, when and from where, and cannot be altered without the digest being found wrong.
/// </summary>
internal sealed class LaneJournal
{
    private readonly ICipherSuite suite;
    private readonly string subjectKind, fact, owner;
    private readonly LaneColumn<string> kinds = new(NpgsqlDbType.Text), facts = new(NpgsqlDbType.Text), actors = new(NpgsqlDbType.Text), devices = new(NpgsqlDbType.Text), datas = new(NpgsqlDbType.Text);
    private readonly LaneColumn<Guid> subjects = new(NpgsqlDbType.Uuid);
    private readonly LaneColumn<int> seqs = new(NpgsqlDbType.Integer);
    private readonly LaneColumn<long> ats = new(NpgsqlDbType.Bigint);
    private readonly LaneColumn<byte[]> hashes = new(NpgsqlDbType.Bytea);
    private int seq;
    private string previous = JournalEntry.Genesis;
    private byte[]? next;

    public LaneJournal(ICipherSuite suite, string subjectKind, string fact, string owner)
    {
        (this.suite, this.subjectKind, this.fact, this.owner) = (suite, subjectKind, fact, owner);
        const string Columns = "insert into kernel_journal (subject_kind, subject_id, seq, kind, at, actor, device, data, hash)";
        Statement = new(Columns + " select * from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::bytea[])", Columns + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            kinds, subjects, seqs, facts, ats, actors, devices, datas, hashes);
    }

    public LaneStatement Statement { get; }

    /// <summary>Number of the line that the next commit writes.</summary>
    public int Next => seq + 1;

    public async Task LoadAsync(DbConnection connection, Guid subject, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select seq, hash from kernel_journal where subject_id = @subject order by seq desc limit 1";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("subject", subject);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return;
        (seq, previous) = (reader.GetInt32(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)));
    }

    public void Write(Holding holding, LaneBatch batch)
    {
        var at = (batch.At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;
        var data = LaneDigest.Data(holding.Epoch, batch.Line, suite.Hash(batch.Text.Bytes));
        next = suite.Hash(JournalBlock.Preimage(previous, JournalEntry.TextOf(subjectKind, holding.Subject, Next, fact, at, "system", owner, data)));
        Statement.Clear();
        kinds.Add(subjectKind);
        subjects.Add(holding.Subject);
        seqs.Add(Next);
        facts.Add(fact);
        ats.Add(at);
        actors.Add("system");
        devices.Add(owner);
        datas.Add(data);
        hashes.Add(next);
    }

    public void Written()
    {
        seq++;
        previous = Convert.ToHexStringLower(next!);
    }
}

/// <summary>What the journal's line of a commit says.</summary>
public static class LaneDigest
{
    public static string Data(long epoch, int count, ReadOnlySpan<byte> digest)
        => string.Create(CultureInfo.InvariantCulture, $$"""{"epoch":{{epoch}},"count":{{count}},"digest":"{{Convert.ToHexStringLower(digest)}}"}""");
}
