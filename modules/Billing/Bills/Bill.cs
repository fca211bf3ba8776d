using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Billing.Bills;

/// <summary>Quoted: waits for a signature. Signed: the family agreed to this very edition. Settled: booked, money outstanding. Paid: nothing outstanding.</summary>
internal enum BillState { Quoted, Signed, Settled, Paid }

/// <summary>
/// 费用清单 of one subject (a case): quoted, signed, settled, paid. What is charged stands in its editions, which are never changed;
/// a change is a further edition, and one made after a signature needs a new signature. Amounts in 分.
/// </summary>
internal sealed class Bill : JournalSubject, IOwnedByUnit
{
    public const string OfCase = "funeral.case";

    private Bill()
    {
    }

    public override string SubjectKind => "billing.bill";

    public string Number { get; private init; } = "";

    /// <summary>What it is about, and of which kind: <see cref="OfCase"/>.</summary>
    public Guid Subject { get; private init; }

    public string Kind { get; private init; } = OfCase;

    /// <summary>Number of the subject as people know it.</summary>
    public string SubjectNumber { get; private init; } = "";

    /// <summary>Who signs and pays, of a bill that is about no case; a case has its 经办人.</summary>
    public PersonName? PayerName { get; private set; }

    /// <summary>First letters of the pinyin, for finding.</summary>
    public string? PayerInitials { get; private set; }

    public PhoneNumber? PayerPhone { get; private set; }

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    /// <summary>The list in force at <see cref="Institution"/> on this day prices every edition.</summary>
    public DateOnly ServiceDay { get; private init; }

    public DateTimeOffset DrawnAt { get; private init; }

    /// <summary>The edition that holds; from 1.</summary>
    public int Edition { get; private set; }

    public BillState State { get; private set; }

    /// <summary>What the first signed edition asked for: what charges are compared with. Null before the first signature.</summary>
    public int? QuotedEdition { get; private set; }

    public int? SignedEdition { get; private set; }

    /// <summary>Of the edition that holds, reliefs taken off; never negative.</summary>
    public long DueFen { get; private set; }

    public long ReliefFen { get; private set; }

    public long PaidFen { get; private set; }

    /// <summary>Given back of <see cref="PaidFen"/>; never more.</summary>
    public long RefundedFen { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    public long OpenFen => DueFen - PaidFen;

    public sealed record About(string Number, Guid Subject, string SubjectNumber, string Division, string Institution, DateOnly ServiceDay, string Kind = OfCase);

    public static Bill Draw(About about, Actor by, DateTimeOffset now) => new()
    {
        Number = about.Number,
        Subject = about.Subject,
        SubjectNumber = about.SubjectNumber,
        Division = about.Division,
        Institution = about.Institution,
        ServiceDay = about.ServiceDay,
        OpenedBy = by.Id,
        Origin = by.Institution,
        DrawnAt = now,
        Kind = about.Kind,
    };

    /// <summary>Of a bill that is about no case. Another payer before the signature takes the place of the first.</summary>
    public Bill PaidBy(PersonName name, PhoneNumber? phone)
    {
        (PayerName, PayerInitials, PayerPhone) = (name, Pinyin.Initials(name.Text), phone);
        return this;
    }

    /// <summary>A further edition takes the place of the one that holds. Refused once settled: what was booked is given back by a refund.</summary>
    /// <param name="reason">Needed when a signed edition is changed.</param>
    public Outcome<BillEdition> Revise(IReadOnlyList<BillLine> lines, IReadOnlyList<string> groups, string? reason, Actor by, DateTimeOffset now)
    {
        if (State is BillState.Settled or BillState.Paid) return BillProblems.AlreadySettled;
        if (State == BillState.Signed && string.IsNullOrEmpty(reason)) return BillProblems.ReasonForChange;
        var edition = BillEdition.Of(Id, Edition + 1, lines, groups, reason ?? "", by, now);
        if (edition.DueFen < 0) return BillProblems.BelowNothing;
        (Edition, State, DueFen, ReliefFen) = (edition.Number, BillState.Quoted, edition.DueFen, edition.ReliefFen);
        Note(Edition == 1 ? "bill.quoted" : "bill.revised", new { edition.Number, edition.Hash, edition.ChargeFen, edition.ReliefFen, Reason = edition.Reason.Length > 0 ? edition.Reason : null });
        return edition;
    }

    /// <param name="hash">Of the edition the signer was shown.</param>
    public Outcome<Done> Sign(BillEdition shown, string hash, Guid signature, DateTimeOffset now)
    {
        if (State is BillState.Settled or BillState.Paid) return BillProblems.AlreadySettled;
        if (shown.Number != Edition || shown.BillId != Id || !string.Equals(hash, shown.Hash, StringComparison.Ordinal)) return BillProblems.ChangedSinceShown;
        if (State == BillState.Signed) return BillProblems.AlreadySigned;
        (State, SignedEdition, QuotedEdition) = (BillState.Signed, Edition, QuotedEdition ?? Edition);
        Note("bill.signed", new { Edition, shown.Hash, signature });
        return Done.It;
    }

    /// <summary>Books what the signed edition asks for. Once.</summary>
    public Outcome<Done> Settle(Actor by, DateTimeOffset now)
    {
        if (State == BillState.Quoted) return BillProblems.NotSigned;
        if (State is BillState.Settled or BillState.Paid) return BillProblems.AlreadySettled;
        (State, SettledAt, SettledBy) = (DueFen == 0 ? BillState.Paid : BillState.Settled, now, by.Id);
        Note("bill.settled", new { Edition, DueFen, ReliefFen });
        return Done.It;
    }

    public Outcome<Done> Receive(long fen, Guid payment)
    {
        if (State == BillState.Paid) return BillProblems.AlreadyPaid;
        if (State != BillState.Settled) return BillProblems.NotSigned;
        if (fen <= 0 || fen > OpenFen) return BillProblems.MoreThanOpen;
        PaidFen += fen;
        if (OpenFen == 0) State = BillState.Paid;
        Note("bill.paid", new { payment, fen, PaidFen });
        return Done.It;
    }

    public Outcome<Done> GiveBack(long fen, Guid refund)
    {
        if (fen <= 0 || fen > PaidFen - RefundedFen) return BillProblems.MoreThanPaid;
        RefundedFen += fen;
        Note("bill.refunded", new { refund, fen, RefundedFen });
        return Done.It;
    }

    /// <summary>Something happened around the bill that its history must tell: a scan order opened, a refund asked for.</summary>
    public void Tell(string kind, object data) => Note(kind, data);
}

/// <summary>One edition of a bill, whole and unchanging. Append-only by trigger.</summary>
internal sealed class BillEdition
{
    public Guid BillId { get; private init; }

    public int Number { get; private init; }

    /// <summary>SHA-256 over <see cref="Text"/>, hexadecimal: what a signature stands under.</summary>
    public string Hash { get; private init; } = "";

    public long ChargeFen { get; private init; }

    public long ReliefFen { get; private init; }

    public long DueFen { get; private init; }

    /// <summary>Whom reliefs were asked for: 本市户籍、城乡低保.</summary>
    public string Groups { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public string By { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public List<BillLine> Lines { get; } = [];

    public static BillEdition Of(Guid bill, int number, IReadOnlyList<BillLine> lines, IReadOnlyList<string> groups, string reason, Actor by, DateTimeOffset now)
    {
        var charged = lines.Where(l => l.Kind == LineKind.Charge).Sum(l => l.AmountFen);
        var relief = -lines.Where(l => l.Kind == LineKind.Relief).Sum(l => l.AmountFen);
        var edition = new BillEdition
        {
            BillId = bill,
            Number = number,
            Hash = HashOf(lines),
            ChargeFen = charged,
            ReliefFen = relief,
            DueFen = charged - relief,
            Groups = string.Join('、', groups),
            Reason = reason,
            By = by.Id,
            At = now,
        };
        foreach (var line in lines)
        {
            (line.BillId, line.Edition) = (bill, number);
            edition.Lines.Add(line);
        }
        return edition;
    }

    public static string HashOf(IEnumerable<BillLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(lines))));

    /// <summary>One line of text a line of the bill, in order, nothing left out that a family reads.</summary>
    public static string Text(IEnumerable<BillLine> lines)
    {
        var text = new StringBuilder();
        foreach (var l in lines.OrderBy(l => l.Line))
            text.Append(CultureInfo.InvariantCulture, $"{l.Line}|{l.Kind}|{l.List}|{l.Item}|{l.Name}|{l.Detail}|{l.Way}|{l.Unit}|{l.UnitFen}|{l.QuantityMilli}|{l.AmountFen}|{l.Derivation}|{l.Policy}|{l.Source}\n");
        return text.ToString();
    }
}
