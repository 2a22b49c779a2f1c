CREATE TABLE IF NOT EXISTS corrections (
    id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    sha256 VARCHAR,
    table_name VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    char_start INTEGER,
    char_end INTEGER,
    field VARCHAR,
    value VARCHAR,
    quote VARCHAR,
    context VARCHAR,
    rule_value VARCHAR,
    author VARCHAR NOT NULL,
    note VARCHAR,
    at VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS meeting_types (
    code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE IF NOT EXISTS roles (
    code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE IF NOT EXISTS rulesets (
    ruleset VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (ruleset, part)
);
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER NOT NULL,
    started_at VARCHAR NOT NULL,
    finished_at VARCHAR,
    ruleset VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    documents_seen INTEGER NOT NULL,
    documents_extracted INTEGER NOT NULL,
    documents_unchanged INTEGER NOT NULL,
    documents_failed INTEGER NOT NULL,
    arguments VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS slots (
    code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE IF NOT EXISTS speaker_bodies (
    code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE IF NOT EXISTS speaker_levels (
    code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    description VARCHAR NOT NULL,
    PRIMARY KEY (code)
);
CREATE TABLE IF NOT EXISTS changes (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    change VARCHAR NOT NULL,
    char_start INTEGER,
    field VARCHAR,
    "before" VARCHAR,
    "after" VARCHAR,
    rule VARCHAR,
    context VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE TABLE IF NOT EXISTS documents (
    id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    encoding VARCHAR NOT NULL,
    title VARCHAR,
    char_count INTEGER NOT NULL,
    genre VARCHAR,
    meeting_name VARCHAR,
    meeting_type VARCHAR,
    campaign VARCHAR,
    year INTEGER,
    year_min INTEGER,
    year_max INTEGER,
    year_basis VARCHAR NOT NULL,
    date VARCHAR,
    speaker_level VARCHAR,
    speaker_body VARCHAR,
    speaker_title VARCHAR,
    speaker_name VARCHAR,
    corrected BOOLEAN NOT NULL,
    ruleset VARCHAR NOT NULL,
    extracted_at VARCHAR NOT NULL,
    run_id INTEGER,
    text VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (source),
    FOREIGN KEY(meeting_type) REFERENCES meeting_types (code),
    FOREIGN KEY(speaker_level) REFERENCES speaker_levels (code),
    FOREIGN KEY(speaker_body) REFERENCES speaker_bodies (code),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE TABLE IF NOT EXISTS failures (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    error VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE TABLE IF NOT EXISTS document_meeting_types (
    document_id INTEGER NOT NULL,
    meeting_type VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (document_id, meeting_type),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(meeting_type) REFERENCES meeting_types (code)
);
CREATE TABLE IF NOT EXISTS evidence (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    weight FLOAT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS items (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    parent_id INTEGER,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    marker VARCHAR NOT NULL,
    marker_style VARCHAR NOT NULL,
    ordinal INTEGER,
    depth INTEGER NOT NULL,
    path VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    role_rule VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(parent_id) REFERENCES items (id) ON DELETE SET NULL,
    FOREIGN KEY(role) REFERENCES roles (code)
);
CREATE TABLE IF NOT EXISTS keywords (
    document_id INTEGER NOT NULL,
    word VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    weight FLOAT NOT NULL,
    rank INTEGER NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (document_id, word),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS noise (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS deadlines (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    item_id INTEGER,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    date VARCHAR,
    redacted BOOLEAN NOT NULL,
    rule VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE SET NULL
);
CREATE TABLE IF NOT EXISTS directives (
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    path VARCHAR NOT NULL,
    marker VARCHAR NOT NULL,
    ordinal INTEGER,
    depth INTEGER NOT NULL,
    heading VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    action VARCHAR,
    addressee VARCHAR,
    deadline VARCHAR,
    due_date VARCHAR,
    rule VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE,
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS metric_claims (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    item_id INTEGER,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    value VARCHAR NOT NULL,
    number FLOAT,
    unit VARCHAR,
    quantity FLOAT,
    base_unit VARCHAR,
    redacted BOOLEAN NOT NULL,
    subject VARCHAR,
    action VARCHAR,
    approximation VARCHAR,
    change VARCHAR NOT NULL,
    comparison VARCHAR,
    status VARCHAR NOT NULL,
    period VARCHAR,
    clause VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE SET NULL
);
CREATE TABLE IF NOT EXISTS redactions (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    slot VARCHAR NOT NULL,
    metric_claim_id INTEGER,
    rule VARCHAR NOT NULL,
    corrected BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    FOREIGN KEY(slot) REFERENCES slots (code),
    FOREIGN KEY(metric_claim_id) REFERENCES metric_claims (id) ON DELETE SET NULL
);
