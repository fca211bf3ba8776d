using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cemetery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "payer_initials",
                table: "billing_bill",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "payer_name",
                table: "billing_bill",
                type: "TEXT",
                maxLength: 180,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "payer_phone",
                table: "billing_bill",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    counted = table.Column<int>(type: "INTEGER", nullable: false),
                    mended = table.Column<int>(type: "INTEGER", nullable: false),
                    first = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    gaps_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    made = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    failure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ready_at = table.Column<long>(type: "INTEGER", nullable: true),
                    keep_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_item",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kinds = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bases = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    per = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    shown = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    required = table.Column<bool>(type: "INTEGER", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    retention = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_tally",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    dossiers = table.Column<int>(type: "INTEGER", nullable: false),
                    score_sum = table.Column<long>(type: "INTEGER", nullable: false),
                    complete = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_tally", x => x.id);
                    table.CheckConstraint("cemetery_dossier_tally_counts", "dossiers >= 0 and complete between 0 and dossiers and score_sum >= 0");
                });

            migrationBuilder.CreateTable(
                name: "cemetery_ground",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    nature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    service_area = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    approval = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_ground", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_digest = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    plots = table.Column<int>(type: "INTEGER", nullable: false),
                    bad_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    known_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    new_sections = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    batches = table.Column<int>(type: "INTEGER", nullable: false),
                    batches_done = table.Column<int>(type: "INTEGER", nullable: false),
                    loaded_plots = table.Column<int>(type: "INTEGER", nullable: false),
                    loaded_rights = table.Column<int>(type: "INTEGER", nullable: false),
                    loaded_interments = table.Column<int>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_register", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_reserve_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    voucher = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_reserve_entry", x => x.id);
                    table.CheckConstraint("cemetery_reserve_entry_sound", "fen > 0 and year between 1980 and 2200");
                });

            migrationBuilder.CreateTable(
                name: "cemetery_section",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    use_item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    care_item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    free = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_section", x => x.id);
                    table.CheckConstraint("cemetery_section_counts", "free >= 0 and free <= total");
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_export_stretch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_export_stretch", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_export_stretch_cemetery_dossier_export_export_id",
                        column: x => x.export_id,
                        principalTable: "cemetery_dossier_export",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_register_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    plots = table.Column<int>(type: "INTEGER", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_register_batch", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_register_batch_cemetery_register_import_id",
                        column: x => x.import_id,
                        principalTable: "cemetery_register",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_register_fault",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_register_fault", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_register_fault_cemetery_register_import_id",
                        column: x => x.import_id,
                        principalTable: "cemetery_register",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_position",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    layer = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    stone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_cm2 = table.Column<int>(type: "INTEGER", nullable: true),
                    stone_height_cm = table.Column<int>(type: "INTEGER", nullable: true),
                    hardened_cm2 = table.Column<int>(type: "INTEGER", nullable: true),
                    for_body = table.Column<bool>(type: "INTEGER", nullable: false),
                    x = table.Column<int>(type: "INTEGER", nullable: true),
                    y = table.Column<int>(type: "INTEGER", nullable: true),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    blocked_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_position", x => x.id);
                    table.CheckConstraint("cemetery_position_blocked", "(state = 'Blocked') = (blocked_for is not null)");
                    table.CheckConstraint("cemetery_position_sizes", "capacity between 1 and 100000 and coalesce(area_cm2, 0) >= 0 and coalesce(stone_height_cm, 0) >= 0 and coalesce(hardened_cm2, 0) >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_position_cemetery_section_section_id",
                        column: x => x.section_id,
                        principalTable: "cemetery_section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    allowed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    found = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    over = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first_seen = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_in = table.Column<Guid>(type: "TEXT", nullable: false),
                    cleared_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    proposed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    proposed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    passed_to = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    seconded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    seconded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_finding", x => x.id);
                    table.CheckConstraint("cemetery_finding_judged", "(state = 'Raised') = (seconded_by is null)");
                    table.CheckConstraint("cemetery_finding_two", "seconded_by is null or proposed_by is null or seconded_by <> proposed_by");
                    table.ForeignKey(
                        name: "FK_cemetery_finding_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_register_remark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_register_remark", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_register_remark_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_register_remark_cemetery_register_import_id",
                        column: x => x.import_id,
                        principalTable: "cemetery_register",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_right",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    lapses_at = table.Column<long>(type: "INTEGER", nullable: true),
                    held_at = table.Column<long>(type: "INTEGER", nullable: false),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: true),
                    holder_initials = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    holder_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    holder_phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    relation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    basis_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: true),
                    user_initials = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    term_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    term_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    care_paid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    use_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    care_fen_per_year = table.Column<long>(type: "INTEGER", nullable: false),
                    price_list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    bill_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    certificate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ending = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    disputed_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    holder_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    holder_phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    user_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_right", x => x.id);
                    table.CheckConstraint("cemetery_right_ended", "(state = 'Ended') = (ended_on is not null) and (state = 'Ended') = (ending is not null)");
                    table.CheckConstraint("cemetery_right_exception", "basis is null or basis in ('CremationCertificate', 'DeathCertificate', 'OldRegister') or approved_by is not null");
                    table.CheckConstraint("cemetery_right_lapses", "state not in ('Held', 'Signed') or lapses_at is not null");
                    table.CheckConstraint("cemetery_right_money", "use_fen >= 0 and care_fen_per_year >= 0");
                    table.CheckConstraint("cemetery_right_signed", "state in ('Held', 'Lapsed', 'Cancelled') or (number is not null and signed_on is not null and holder_name is not null and basis is not null)");
                    table.CheckConstraint("cemetery_right_term", "term_until is null or term_until >= term_from");
                    table.CheckConstraint("cemetery_right_two", "approved_by is null or signed_by is null or approved_by <> signed_by");
                    table.ForeignKey(
                        name: "FK_cemetery_right_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_work_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    burial_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    worker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_work_order", x => x.id);
                    table.CheckConstraint("cemetery_work_order_done", "(state = 'Done') = (done_at is not null)");
                    table.ForeignKey(
                        name: "FK_cemetery_work_order_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_burial_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    ashes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    half = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seat = table.Column<int>(type: "INTEGER", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    interment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_burial_order", x => x.id);
                    table.CheckConstraint("cemetery_burial_order_done", "(state = 'Done') = (interment_id is not null)");
                    table.CheckConstraint("cemetery_burial_order_people", "people between 1 and 500 and seat >= 1");
                    table.ForeignKey(
                        name: "FK_cemetery_burial_order_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_burial_order_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    notified_at = table.Column<long>(type: "INTEGER", nullable: false),
                    unclaimed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    announcement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    announced_at = table.Column<long>(type: "INTEGER", nullable: true),
                    announced_until = table.Column<long>(type: "INTEGER", nullable: true),
                    proposal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    proposed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_claim", x => x.id);
                    table.CheckConstraint("cemetery_claim_announced", "proposed_at is null or (announced_until is not null and proposed_at >= announced_until)");
                    table.CheckConstraint("cemetery_claim_clock", "announced_at is null or (announced_until is not null and announced_at >= unclaimed_at)");
                    table.CheckConstraint("cemetery_claim_disposed", "(state = 'Disposed') = (approved_by is not null) and (state <> 'Disposed' or place is not null)");
                    table.CheckConstraint("cemetery_claim_two", "approved_by is null or (proposed_by is not null and approved_by <> proposed_by)");
                    table.ForeignKey(
                        name: "FK_cemetery_claim_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_collection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiver = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    authorisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    witness = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_collection", x => x.id);
                    table.CheckConstraint("cemetery_collection_two", "witness <> \"by\"");
                    table.ForeignKey(
                        name: "FK_cemetery_collection_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needed = table.Column<int>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    passed_on = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier", x => x.id);
                    table.CheckConstraint("cemetery_dossier_score", "score between 0 and 100 and held between 0 and needed");
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_cemetery_right_id",
                        column: x => x.id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_exception",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_exception", x => x.id);
                    table.CheckConstraint("cemetery_exception_decided", "(state = 'Asked') = (decided_by is null) and (state = 'Asked') = (decided_at is null) and (state <> 'Refused' or answer is not null)");
                    table.CheckConstraint("cemetery_exception_two", "decided_by is null or decided_by <> asked_by");
                    table.CheckConstraint("cemetery_exception_used", "(state = 'Used') = (used_at is not null)");
                    table.ForeignKey(
                        name: "FK_cemetery_exception_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_fee_bill",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    years = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    term_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    care_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bill_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    bill_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stuck = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_fee_bill", x => x.id);
                    table.CheckConstraint("cemetery_fee_bill_sound", "fen >= 0 and care_fen >= 0 and care_fen <= fen and years >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_fee_bill_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_fee_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bill_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_fee_entry", x => x.id);
                    table.CheckConstraint("cemetery_fee_entry_sound", "fen >= 0 and until >= \"from\"");
                    table.ForeignKey(
                        name: "FK_cemetery_fee_entry_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_fee_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    paid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owe_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    years = table.Column<int>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_fee_letter", x => x.id);
                    table.CheckConstraint("cemetery_fee_letter_sound", "fen >= 0 and years >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_fee_letter_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_fee_waiver",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    years = table.Column<int>(type: "INTEGER", nullable: false),
                    hardship = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_fee_waiver", x => x.id);
                    table.CheckConstraint("cemetery_fee_waiver_sound", "years > 0 and fen >= 0 and (state = 'Asked') = (decided_by is null)");
                    table.CheckConstraint("cemetery_fee_waiver_two", "decided_by is null or decided_by <> asked_by");
                    table.ForeignKey(
                        name: "FK_cemetery_fee_waiver_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_interment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    initials = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ashes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    cremation_certificate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    died_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    interred_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    interred_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    removed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    witness = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    relation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    proof = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_interment", x => x.id);
                    table.CheckConstraint("cemetery_interment_part", "part between 0 and 9");
                    table.CheckConstraint("cemetery_interment_removed", "(removed_on is null) = (removed_for is null)");
                    table.CheckConstraint("cemetery_interment_scattered", "kind <> 'Scattered' or removed_on is null");
                    table.CheckConstraint("cemetery_interment_two", "witness is null or witness <> interred_by");
                    table.ForeignKey(
                        name: "FK_cemetery_interment_cemetery_position_position_id",
                        column: x => x.position_id,
                        principalTable: "cemetery_position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_interment_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_late_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bill_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    refund_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refund_asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_late_payment", x => x.id);
                    table.CheckConstraint("cemetery_late_payment_amount", "fen >= 0");
                    table.CheckConstraint("cemetery_late_payment_asked", "(refund_asked_at is null) = (refund_asked_by is null)");
                    table.ForeignKey(
                        name: "FK_cemetery_late_payment_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_notice", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_notice_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_right_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    relation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    registered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    registered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agreed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    paper = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    person_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_right_consent", x => x.id);
                    table.CheckConstraint("cemetery_right_consent_agreed", "(agreed_at is null) = (taken_by is null) and (agreed_at is null) = (paper is null)");
                    table.CheckConstraint("cemetery_right_consent_used", "used_at is null or agreed_at is not null");
                    table.ForeignKey(
                        name: "FK_cemetery_right_consent_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_right_term",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    right_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_right_term", x => x.id);
                    table.CheckConstraint("cemetery_right_term_period", "until >= \"from\" and fen >= 0");
                    table.ForeignKey(
                        name: "FK_cemetery_right_term_cemetery_right_right_id",
                        column: x => x.right_id,
                        principalTable: "cemetery_right",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_filing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    missing = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    retain_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_filing", x => x.id);
                    table.CheckConstraint("cemetery_dossier_filing_two", "decided_by is null or decided_by <> asked_by");
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_filing_cemetery_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "cemetery_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    items = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    told = table.Column<bool>(type: "INTEGER", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_letter", x => x.id);
                    table.CheckConstraint("cemetery_dossier_letter_answer", "(answered_on is null) = (answer is null)");
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_letter_cemetery_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "cemetery_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    media = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    turn = table.Column<int>(type: "INTEGER", nullable: false),
                    late_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    state_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    state_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_paper", x => x.id);
                    table.CheckConstraint("cemetery_dossier_paper_ended", "(state = 'Current') = (state_reason is null)");
                    table.CheckConstraint("cemetery_dossier_paper_size", "size between 1 and 10485760");
                    table.CheckConstraint("cemetery_dossier_paper_turn", "turn in (0, 90, 180, 270)");
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_paper_cemetery_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "cemetery_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    interment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_right_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    elsewhere = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ends_right = table.Column<bool>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_move", x => x.id);
                    table.CheckConstraint("cemetery_move_done", "state in ('Asked') or decided_by is not null");
                    table.CheckConstraint("cemetery_move_two", "decided_by is null or decided_by <> asked_by");
                    table.ForeignKey(
                        name: "FK_cemetery_move_cemetery_interment_interment_id",
                        column: x => x.interment_id,
                        principalTable: "cemetery_interment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_register_match",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    interment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    case_name = table.Column<string>(type: "TEXT", maxLength: 180, nullable: false),
                    case_died_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    strength = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    judged_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    judged_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_register_match", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_register_match_cemetery_interment_interment_id",
                        column: x => x.interment_id,
                        principalTable: "cemetery_interment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cemetery_register_match_cemetery_register_import_id",
                        column: x => x.import_id,
                        principalTable: "cemetery_register",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cemetery_dossier_scan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cemetery_dossier_scan", x => x.id);
                    table.ForeignKey(
                        name: "FK_cemetery_dossier_scan_cemetery_dossier_paper_id",
                        column: x => x.id,
                        principalTable: "cemetery_dossier_paper",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_billing_bill_institution_subject_number",
                table: "billing_bill",
                columns: new[] { "institution", "subject_number" });

            migrationBuilder.CreateIndex(
                name: "cemetery_burial_order_seat",
                table: "cemetery_burial_order",
                columns: new[] { "institution", "on", "half", "seat" },
                unique: true,
                filter: "state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_burial_order_position_id",
                table: "cemetery_burial_order",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_burial_order_right_id",
                table: "cemetery_burial_order",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_claim_one",
                table: "cemetery_claim",
                column: "right_id",
                unique: true,
                filter: "state in ('Notified', 'Announced', 'Proposed')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_claim_announced_until",
                table: "cemetery_claim",
                column: "announced_until");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_collection_right_id",
                table: "cemetery_collection",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_institution_standing_score_id",
                table: "cemetery_dossier",
                columns: new[] { "institution", "standing", "score", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_position_id",
                table: "cemetery_dossier",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_section_id_standing_score_id",
                table: "cemetery_dossier",
                columns: new[] { "section_id", "standing", "score", "id" });

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_export_one",
                table: "cemetery_dossier_export",
                column: "section_id",
                unique: true,
                filter: "state in ('Waiting', 'Running')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_export_state_keep_until",
                table: "cemetery_dossier_export",
                columns: new[] { "state", "keep_until" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_export_stretch_export_id_seq",
                table: "cemetery_dossier_export_stretch",
                columns: new[] { "export_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_filing_number",
                table: "cemetery_dossier_filing",
                column: "number",
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_filing_one",
                table: "cemetery_dossier_filing",
                column: "dossier_id",
                unique: true,
                filter: "state <> 'SentBack'");

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_letter_number",
                table: "cemetery_dossier_letter",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_letter_open",
                table: "cemetery_dossier_letter",
                column: "dossier_id",
                unique: true,
                filter: "answered_on is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_dossier_paper_once",
                table: "cemetery_dossier_paper",
                columns: new[] { "dossier_id", "item", "hash" },
                unique: true,
                filter: "state = 'Current'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_dossier_tally_institution",
                table: "cemetery_dossier_tally",
                column: "institution");

            migrationBuilder.CreateIndex(
                name: "cemetery_exception_open",
                table: "cemetery_exception",
                columns: new[] { "right_id", "matter" },
                unique: true,
                filter: "state in ('Asked', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_exception_institution_state_asked_at",
                table: "cemetery_exception",
                columns: new[] { "institution", "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "cemetery_fee_bill_one",
                table: "cemetery_fee_bill",
                column: "right_id",
                unique: true,
                filter: "state = 'Drawn'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_bill_bill_id",
                table: "cemetery_fee_bill",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_bill_institution_state",
                table: "cemetery_fee_bill",
                columns: new[] { "institution", "state" });

            migrationBuilder.CreateIndex(
                name: "cemetery_fee_entry_seq",
                table: "cemetery_fee_entry",
                columns: new[] { "right_id", "seq" },
                unique: true,
                filter: "seq is not null");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_entry_institution_on",
                table: "cemetery_fee_entry",
                columns: new[] { "institution", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_entry_right_id_from",
                table: "cemetery_fee_entry",
                columns: new[] { "right_id", "from" });

            migrationBuilder.CreateIndex(
                name: "cemetery_fee_letter_number",
                table: "cemetery_fee_letter",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_fee_letter_once",
                table: "cemetery_fee_letter",
                columns: new[] { "right_id", "kind", "paid_until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_letter_batch",
                table: "cemetery_fee_letter",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_letter_institution_kind_issued_on",
                table: "cemetery_fee_letter",
                columns: new[] { "institution", "kind", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "cemetery_fee_waiver_one",
                table: "cemetery_fee_waiver",
                column: "right_id",
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_fee_waiver_institution_state",
                table: "cemetery_fee_waiver",
                columns: new[] { "institution", "state" });

            migrationBuilder.CreateIndex(
                name: "cemetery_finding_once",
                table: "cemetery_finding",
                columns: new[] { "rule", "position_id" },
                unique: true,
                filter: "cleared_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_finding_institution_cleared_on_rule",
                table: "cemetery_finding",
                columns: new[] { "institution", "cleared_on", "rule" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_finding_position_id",
                table: "cemetery_finding",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_ashes",
                table: "cemetery_interment",
                column: "ashes",
                unique: true,
                filter: "ashes is not null and removed_on is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_certificate",
                table: "cemetery_interment",
                columns: new[] { "cremation_certificate", "part" },
                unique: true,
                filter: "cremation_certificate is not null and removed_on is null and ashes is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_person",
                table: "cemetery_interment",
                columns: new[] { "person_id_index", "part" },
                unique: true,
                filter: "person_id_index is not null and removed_on is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_proof",
                table: "cemetery_interment",
                column: "proof",
                unique: true,
                filter: "proof is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_interment_resting",
                table: "cemetery_interment",
                column: "position_id",
                filter: "removed_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_case_id",
                table: "cemetery_interment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_initials",
                table: "cemetery_interment",
                column: "initials");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_person_name",
                table: "cemetery_interment",
                column: "person_name");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_interment_right_id",
                table: "cemetery_interment",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_late_payment_bill",
                table: "cemetery_late_payment",
                column: "bill_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_late_payment_institution_refund_asked_at",
                table: "cemetery_late_payment",
                columns: new[] { "institution", "refund_asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_late_payment_right_id",
                table: "cemetery_late_payment",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_move_one",
                table: "cemetery_move",
                column: "interment_id",
                unique: true,
                filter: "state in ('Asked', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_move_institution_state",
                table: "cemetery_move",
                columns: new[] { "institution", "state" });

            migrationBuilder.CreateIndex(
                name: "cemetery_notice_once",
                table: "cemetery_notice",
                columns: new[] { "right_id", "kind", "due", "days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_notice_institution_sent_at",
                table: "cemetery_notice",
                columns: new[] { "institution", "sent", "at" });

            migrationBuilder.CreateIndex(
                name: "cemetery_position_code",
                table: "cemetery_position",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_position_once",
                table: "cemetery_position",
                columns: new[] { "section_id", "row", "layer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_position_spot",
                table: "cemetery_position",
                columns: new[] { "section_id", "x", "y", "layer" },
                unique: true,
                filter: "x is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_register_loading",
                table: "cemetery_register",
                column: "confirmed_at",
                filter: "state = 'Loading'");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_institution_at",
                table: "cemetery_register",
                columns: new[] { "institution", "at" });

            migrationBuilder.CreateIndex(
                name: "cemetery_register_batch_once",
                table: "cemetery_register_batch",
                columns: new[] { "import_id", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_fault_import_id_row",
                table: "cemetery_register_fault",
                columns: new[] { "import_id", "row" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_match_import_id_state",
                table: "cemetery_register_match",
                columns: new[] { "import_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_match_interment_id",
                table: "cemetery_register_match",
                column: "interment_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_remark_import_id",
                table: "cemetery_register_remark",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_register_remark_position_id",
                table: "cemetery_register_remark",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "cemetery_reserve_entry_once",
                table: "cemetery_reserve_entry",
                columns: new[] { "institution", "kind", "voucher" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_reserve_entry_institution_year",
                table: "cemetery_reserve_entry",
                columns: new[] { "institution", "year" });

            migrationBuilder.CreateIndex(
                name: "cemetery_right_lapsing",
                table: "cemetery_right",
                column: "lapses_at",
                filter: "state in ('Held', 'Signed')");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_number",
                table: "cemetery_right",
                column: "number",
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_one",
                table: "cemetery_right",
                column: "position_id",
                unique: true,
                filter: "state in ('Held', 'Signed', 'Paid', 'Active')");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_id_index",
                table: "cemetery_right",
                column: "holder_id_index");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_initials",
                table: "cemetery_right",
                column: "holder_initials");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_name",
                table: "cemetery_right",
                column: "holder_name");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_holder_phone_index",
                table: "cemetery_right",
                column: "holder_phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_right_institution_state_term_until",
                table: "cemetery_right",
                columns: new[] { "institution", "state", "term_until" });

            migrationBuilder.CreateIndex(
                name: "cemetery_right_consent_once",
                table: "cemetery_right_consent",
                columns: new[] { "right_id", "name" },
                unique: true,
                filter: "used_at is null");

            migrationBuilder.CreateIndex(
                name: "cemetery_right_term_seq",
                table: "cemetery_right_term",
                columns: new[] { "right_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_section_code",
                table: "cemetery_section",
                columns: new[] { "institution", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "cemetery_work_order_number",
                table: "cemetery_work_order",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_work_order_burial_id",
                table: "cemetery_work_order",
                column: "burial_id");

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_work_order_institution_state_due_on",
                table: "cemetery_work_order",
                columns: new[] { "institution", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_cemetery_work_order_position_id",
                table: "cemetery_work_order",
                column: "position_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cemetery_burial_order");

            migrationBuilder.DropTable(
                name: "cemetery_claim");

            migrationBuilder.DropTable(
                name: "cemetery_collection");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_count");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_export_stretch");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_filing");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_item");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_letter");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_scan");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_tally");

            migrationBuilder.DropTable(
                name: "cemetery_exception");

            migrationBuilder.DropTable(
                name: "cemetery_fee_bill");

            migrationBuilder.DropTable(
                name: "cemetery_fee_entry");

            migrationBuilder.DropTable(
                name: "cemetery_fee_letter");

            migrationBuilder.DropTable(
                name: "cemetery_fee_waiver");

            migrationBuilder.DropTable(
                name: "cemetery_finding");

            migrationBuilder.DropTable(
                name: "cemetery_ground");

            migrationBuilder.DropTable(
                name: "cemetery_late_payment");

            migrationBuilder.DropTable(
                name: "cemetery_move");

            migrationBuilder.DropTable(
                name: "cemetery_notice");

            migrationBuilder.DropTable(
                name: "cemetery_register_batch");

            migrationBuilder.DropTable(
                name: "cemetery_register_fault");

            migrationBuilder.DropTable(
                name: "cemetery_register_match");

            migrationBuilder.DropTable(
                name: "cemetery_register_remark");

            migrationBuilder.DropTable(
                name: "cemetery_reserve_entry");

            migrationBuilder.DropTable(
                name: "cemetery_right_consent");

            migrationBuilder.DropTable(
                name: "cemetery_right_term");

            migrationBuilder.DropTable(
                name: "cemetery_work_order");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_export");

            migrationBuilder.DropTable(
                name: "cemetery_dossier_paper");

            migrationBuilder.DropTable(
                name: "cemetery_interment");

            migrationBuilder.DropTable(
                name: "cemetery_register");

            migrationBuilder.DropTable(
                name: "cemetery_dossier");

            migrationBuilder.DropTable(
                name: "cemetery_right");

            migrationBuilder.DropTable(
                name: "cemetery_position");

            migrationBuilder.DropTable(
                name: "cemetery_section");

            migrationBuilder.DropIndex(
                name: "IX_billing_bill_institution_subject_number",
                table: "billing_bill");

            migrationBuilder.DropColumn(
                name: "payer_initials",
                table: "billing_bill");

            migrationBuilder.DropColumn(
                name: "payer_name",
                table: "billing_bill");

            migrationBuilder.DropColumn(
                name: "payer_phone",
                table: "billing_bill");
        }
    }
}
