using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Billing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "billing_bill",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    service_day = table.Column<DateOnly>(type: "date", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quoted_edition = table.Column<int>(type: "integer", nullable: true),
                    signed_edition = table.Column<int>(type: "integer", nullable: true),
                    due_fen = table.Column<long>(type: "bigint", nullable: false),
                    relief_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_bill", x => x.id);
                    table.CheckConstraint("billing_bill_amounts", "due_fen >= 0 and relief_fen >= 0 and paid_fen >= 0 and paid_fen <= due_fen and refunded_fen >= 0 and refunded_fen <= paid_fen");
                    table.CheckConstraint("billing_bill_paid", "state <> 'Paid' or paid_fen = due_fen");
                    table.CheckConstraint("billing_bill_settled", "(state in ('Settled', 'Paid')) = (settled_at is not null)");
                });

            migrationBuilder.CreateTable(
                name: "billing_channel_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    trade = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_channel_call", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_charge_attempt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    asked_fen = table.Column<long>(type: "bigint", nullable: true),
                    ceiling_fen = table.Column<long>(type: "bigint", nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_charge_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_ledger_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_ledger_entry", x => x.id);
                    table.CheckConstraint("billing_ledger_entry_whole", "fen >= 0 and count >= 0 and (fen = 0) = (count = 0)");
                });

            migrationBuilder.CreateTable(
                name: "billing_month_close",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    income_fen = table.Column<long>(type: "bigint", nullable: false),
                    relief_fen = table.Column<long>(type: "bigint", nullable: false),
                    refund_fen = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_month_close", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_price_alias",
                columns: table => new
                {
                    alias = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    word = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_alias", x => x.alias);
                });

            migrationBuilder.CreateTable(
                name: "billing_price_catalogue",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    ways = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    units = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    must_offer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_catalogue", x => new { x.jurisdiction, x.code, x.effective_from });
                    table.CheckConstraint("billing_price_catalogue_period", "effective_to is null or effective_to >= effective_from");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conclusion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_evaluation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_price_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    catalogue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    least = table.Column<long>(type: "bigint", nullable: false),
                    most = table.Column<long>(type: "bigint", nullable: false),
                    must_offer = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    exemption = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_item", x => new { x.list, x.code });
                    table.CheckConstraint("billing_price_item_amounts", "least >= 0 and most >= least");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    standing = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    drafted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    filing_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    filed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    published_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replaces = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_list", x => x.id);
                    table.CheckConstraint("billing_price_list_filed", "drafted_by is null or state not in ('Filed', 'Published', 'Superseded') or filing_number is not null");
                    table.CheckConstraint("billing_price_list_period", "until is null or until >= \"from\"");
                    table.CheckConstraint("billing_price_list_standing", "standing is null or (standing = institution and state = 'Published' and until is null)");
                    table.CheckConstraint("billing_price_list_two", "published_by is null or drafted_by is null or published_by <> drafted_by");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_package",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_package", x => new { x.list, x.code });
                    table.CheckConstraint("billing_price_package_amount", "fen >= 0");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_term",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    match = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    from = table.Column<decimal>(type: "numeric", nullable: false),
                    to = table.Column<decimal>(type: "numeric", nullable: true),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    percent = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_term", x => new { x.list, x.item, x.ordinal });
                    table.CheckConstraint("billing_price_term_amount", "fen >= 0");
                });

            migrationBuilder.CreateTable(
                name: "billing_reconciliation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    file_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel_count = table.Column<int>(type: "integer", nullable: false),
                    channel_fen = table.Column<long>(type: "bigint", nullable: false),
                    book_count = table.Column<int>(type: "integer", nullable: false),
                    book_fen = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_reconciliation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_relief_policy",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    jurisdiction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    group = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    items = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: true),
                    cap_fen = table.Column<long>(type: "bigint", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_relief_policy", x => x.code);
                    table.CheckConstraint("billing_relief_policy_percent", "percent between 1 and 100 and (cap_fen is null or cap_fen >= 0)");
                });

            migrationBuilder.CreateTable(
                name: "billing_till",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cashier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_fen = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    counted_fen = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_till", x => x.id);
                    table.CheckConstraint("billing_till_closed", "(closed_at is null) = (counted_fen is null) and (counted_fen is null or (counted_fen >= 0 and (counted_fen = booked_fen or reason is not null)))");
                });

            migrationBuilder.CreateTable(
                name: "billing_bill_edition",
                columns: table => new
                {
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    charge_fen = table.Column<long>(type: "bigint", nullable: false),
                    relief_fen = table.Column<long>(type: "bigint", nullable: false),
                    due_fen = table.Column<long>(type: "bigint", nullable: false),
                    groups = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_bill_edition", x => new { x.bill_id, x.number });
                    table.CheckConstraint("billing_bill_edition_amounts", "charge_fen >= 0 and relief_fen >= 0 and due_fen >= 0 and due_fen = charge_fen - relief_fen");
                    table.ForeignKey(
                        name: "FK_billing_bill_edition_billing_bill_bill_id",
                        column: x => x.bill_id,
                        principalTable: "billing_bill",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_receipt",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issued_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    electronic_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_receipt", x => x.number);
                    table.CheckConstraint("billing_receipt_amount", "amount_fen > 0");
                    table.ForeignKey(
                        name: "FK_billing_receipt_billing_bill_bill_id",
                        column: x => x.bill_id,
                        principalTable: "billing_bill",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_ledger_posting",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    debit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    credit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_ledger_posting", x => new { x.entry_id, x.line });
                    table.CheckConstraint("billing_ledger_posting_accounts", "debit in ('Cash', 'Card', 'Bank', 'Scan', 'Receivable', 'ReliefClaim', 'Unallocated', 'BasicIncome', 'OptionalIncome', 'GoodsIncome', 'RefundGiven', 'CashDifference') and credit in ('Cash', 'Card', 'Bank', 'Scan', 'Receivable', 'ReliefClaim', 'Unallocated', 'BasicIncome', 'OptionalIncome', 'GoodsIncome', 'RefundGiven', 'CashDifference')");
                    table.CheckConstraint("billing_ledger_posting_fen", "fen > 0 and debit <> credit");
                    table.ForeignKey(
                        name: "FK_billing_ledger_posting_billing_ledger_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "billing_ledger_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_price_package_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    package = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric", nullable: false),
                    match = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_package_item", x => new { x.list, x.package, x.item });
                    table.ForeignKey(
                        name: "FK_billing_price_package_item_billing_price_package_list_packa~",
                        columns: x => new { x.list, x.package },
                        principalTable: "billing_price_package",
                        principalColumns: new[] { "list", "code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_channel_difference",
                columns: table => new
                {
                    reconciliation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel_fen = table.Column<long>(type: "bigint", nullable: true),
                    book_fen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_channel_difference", x => new { x.reconciliation_id, x.line });
                    table.ForeignKey(
                        name: "FK_billing_channel_difference_billing_reconciliation_reconcili~",
                        column: x => x.reconciliation_id,
                        principalTable: "billing_reconciliation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    cashier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    till_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trade = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    handed_fen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_payment", x => x.id);
                    table.CheckConstraint("billing_payment_amount", "amount_fen > 0 and (handed_fen is null or handed_fen >= amount_fen)");
                    table.CheckConstraint("billing_payment_paid", "(state in ('Paid', 'Excess')) = (paid_at is not null)");
                    table.CheckConstraint("billing_payment_till", "(way = 'Cash') = (till_id is not null)");
                    table.CheckConstraint("billing_payment_trade", "way <> 'Scan' or state in ('Pending', 'Closed') or trade is not null");
                    table.ForeignKey(
                        name: "FK_billing_payment_billing_bill_bill_id",
                        column: x => x.bill_id,
                        principalTable: "billing_bill",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_billing_payment_billing_till_till_id",
                        column: x => x.till_id,
                        principalTable: "billing_till",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "billing_bill_line",
                columns: table => new
                {
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_fen = table.Column<long>(type: "bigint", nullable: false),
                    ceiling_fen = table.Column<long>(type: "bigint", nullable: false),
                    least_fen = table.Column<long>(type: "bigint", nullable: false),
                    cost_fen = table.Column<long>(type: "bigint", nullable: true),
                    quantity_milli = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    derivation = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    policy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    of = table.Column<int>(type: "integer", nullable: true),
                    kilometres = table.Column<decimal>(type: "numeric", nullable: true),
                    floor = table.Column<int>(type: "integer", nullable: true),
                    lift = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_bill_line", x => new { x.bill_id, x.edition, x.line });
                    table.CheckConstraint("billing_bill_line_ceiling", "unit_fen >= 0 and unit_fen <= ceiling_fen and quantity_milli > 0");
                    table.CheckConstraint("billing_bill_line_sign", "(kind = 'Charge' and amount_fen >= 0 and policy is null and \"of\" is null) or (kind = 'Relief' and amount_fen < 0 and policy is not null and \"of\" is not null)");
                    table.ForeignKey(
                        name: "FK_billing_bill_line_billing_bill_edition_bill_id_edition",
                        columns: x => new { x.bill_id, x.edition },
                        principalTable: "billing_bill_edition",
                        principalColumns: new[] { "bill_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_billing_bill_line_billing_price_item_list_item",
                        columns: x => new { x.list, x.item },
                        principalTable: "billing_price_item",
                        principalColumns: new[] { "list", "code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_bill_signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handler = table.Column<Guid>(type: "uuid", nullable: false),
                    signer_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    image = table.Column<byte[]>(type: "bytea", nullable: true),
                    image_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_bill_signature", x => x.id);
                    table.CheckConstraint("billing_bill_signature_way", "(way = 'Pad') = (image is not null) and (way = 'Pad') = (image_hash is not null)");
                    table.ForeignKey(
                        name: "FK_billing_bill_signature_billing_bill_edition_bill_id_edition",
                        columns: x => new { x.bill_id, x.edition },
                        principalTable: "billing_bill_edition",
                        principalColumns: new[] { "bill_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "billing_refund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    till_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_refund", x => x.id);
                    table.CheckConstraint("billing_refund_amount", "amount_fen > 0");
                    table.CheckConstraint("billing_refund_decided", "(state = 'Asked') = (decided_by is null) and (state = 'Asked') = (decided_at is null) and (state = 'Refused') = (answer is not null)");
                    table.CheckConstraint("billing_refund_two", "decided_by is null or decided_by <> asked_by");
                    table.ForeignKey(
                        name: "FK_billing_refund_billing_bill_bill_id",
                        column: x => x.bill_id,
                        principalTable: "billing_bill",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_billing_refund_billing_payment_payment_id",
                        column: x => x.payment_id,
                        principalTable: "billing_payment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_billing_refund_billing_till_till_id",
                        column: x => x.till_id,
                        principalTable: "billing_till",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "billing_bill_number",
                table: "billing_bill",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "billing_bill_subject",
                table: "billing_bill",
                columns: new[] { "subject", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_bill_institution_state_id",
                table: "billing_bill",
                columns: new[] { "institution", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_bill_line_list_item",
                table: "billing_bill_line",
                columns: new[] { "list", "item" });

            migrationBuilder.CreateIndex(
                name: "billing_bill_signature_once",
                table: "billing_bill_signature",
                columns: new[] { "bill_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_channel_call_order",
                table: "billing_channel_call",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "IX_billing_charge_attempt_institution_at",
                table: "billing_charge_attempt",
                columns: new[] { "institution", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_charge_attempt_subject_at",
                table: "billing_charge_attempt",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "billing_ledger_entry_once",
                table: "billing_ledger_entry",
                columns: new[] { "kind", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_ledger_entry_institution_day",
                table: "billing_ledger_entry",
                columns: new[] { "institution", "day" });

            migrationBuilder.CreateIndex(
                name: "billing_month_close_once",
                table: "billing_month_close",
                columns: new[] { "institution", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "billing_payment_number",
                table: "billing_payment",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "billing_payment_one_pending",
                table: "billing_payment",
                column: "bill_id",
                unique: true,
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "billing_payment_trade_once",
                table: "billing_payment",
                column: "trade",
                unique: true,
                filter: "trade is not null");

            migrationBuilder.CreateIndex(
                name: "IX_billing_payment_institution_paid_at",
                table: "billing_payment",
                columns: new[] { "institution", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_payment_till_id",
                table: "billing_payment",
                column: "till_id");

            migrationBuilder.CreateIndex(
                name: "billing_price_evaluation_once",
                table: "billing_price_evaluation",
                columns: new[] { "list", "kind", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "billing_price_list_code",
                table: "billing_price_list",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "billing_price_list_one_standing",
                table: "billing_price_list",
                column: "standing",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_price_list_institution_from",
                table: "billing_price_list",
                columns: new[] { "institution", "from" });

            migrationBuilder.CreateIndex(
                name: "billing_receipt_source",
                table: "billing_receipt",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_billing_receipt_bill_id",
                table: "billing_receipt",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_billing_reconciliation_institution_day",
                table: "billing_reconciliation",
                columns: new[] { "institution", "day" });

            migrationBuilder.CreateIndex(
                name: "billing_refund_one_asked",
                table: "billing_refund",
                column: "payment_id",
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "IX_billing_refund_bill_id",
                table: "billing_refund",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_billing_refund_institution_state_asked_at",
                table: "billing_refund",
                columns: new[] { "institution", "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_billing_refund_till_id",
                table: "billing_refund",
                column: "till_id");

            migrationBuilder.CreateIndex(
                name: "billing_till_one_open",
                table: "billing_till",
                columns: new[] { "cashier", "institution" },
                unique: true,
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_billing_till_institution_closed_at",
                table: "billing_till",
                columns: new[] { "institution", "closed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billing_bill_line");

            migrationBuilder.DropTable(
                name: "billing_bill_signature");

            migrationBuilder.DropTable(
                name: "billing_channel_call");

            migrationBuilder.DropTable(
                name: "billing_channel_difference");

            migrationBuilder.DropTable(
                name: "billing_charge_attempt");

            migrationBuilder.DropTable(
                name: "billing_ledger_posting");

            migrationBuilder.DropTable(
                name: "billing_month_close");

            migrationBuilder.DropTable(
                name: "billing_price_alias");

            migrationBuilder.DropTable(
                name: "billing_price_catalogue");

            migrationBuilder.DropTable(
                name: "billing_price_evaluation");

            migrationBuilder.DropTable(
                name: "billing_price_list");

            migrationBuilder.DropTable(
                name: "billing_price_package_item");

            migrationBuilder.DropTable(
                name: "billing_price_term");

            migrationBuilder.DropTable(
                name: "billing_receipt");

            migrationBuilder.DropTable(
                name: "billing_refund");

            migrationBuilder.DropTable(
                name: "billing_relief_policy");

            migrationBuilder.DropTable(
                name: "billing_price_item");

            migrationBuilder.DropTable(
                name: "billing_bill_edition");

            migrationBuilder.DropTable(
                name: "billing_reconciliation");

            migrationBuilder.DropTable(
                name: "billing_ledger_entry");

            migrationBuilder.DropTable(
                name: "billing_price_package");

            migrationBuilder.DropTable(
                name: "billing_payment");

            migrationBuilder.DropTable(
                name: "billing_bill");

            migrationBuilder.DropTable(
                name: "billing_till");
        }
    }
}
